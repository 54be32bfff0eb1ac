/** One way in which a part of the protection may be lost, and how its loss is written. */
export interface Rule {
  readonly kind: 'guard' | 'scope' | 'escape' | 'token' | 'audit';
  /** Which files of the checkout it looks at. */
  readonly files: RegExp;
  readonly find: RegExp;
  readonly replace: string;
  /** Tests that must notice: those of the same name, and these. */
  readonly tests: readonly string[];
}

/** Somebody who was never asked who they are, and may see everything. */
const ANYBODY = `(({ person: { id: 'x', name: 'x', account: 'x' }, role: 'executive', scope: { kind: 'all' },
  expiresAt: Date.now() + 60_000, session: { id: 'x', person: { id: 'x' } } }) as any)`;

const HANDLERS = /^app\/api\/.*route\.ts$/;
const OF_HANDLERS = [
  'app/api/doors.test.ts',
  'app/api/v1/price-decisions/route.test.ts',
  'app/api/access/block/route.test.ts',
  'app/api/customers/reveal.test.ts',
  'app/api/session/route.test.ts',
];
const OF_AUTH = [
  'server/auth/*.test.ts',
  'app/api/session/route.test.ts',
  'app/api/doors.test.ts',
  'app/api/scope.test.ts',
  'app/api/v1/alerts/route.test.ts',
];
const OF_QUESTIONS = ['server/synapse/gold-query.test.ts', 'server/synapse/questions.test.ts'];

export const RULES: readonly Rule[] = [
  // The guards of handlers.
  {
    kind: 'guard',
    files: HANDLERS,
    find: /^ *require(?:SameOrigin|OwnSite)\(request\);$/gm,
    replace: '',
    tests: OF_HANDLERS,
  },
  {
    kind: 'guard',
    files: HANDLERS,
    find: /await require(?:Action|Role)\((?:[^()]|\([^()]*\))*\)/g,
    replace: ANYBODY,
    tests: OF_HANDLERS,
  },
  {
    kind: 'scope',
    files: HANDLERS,
    find: /await require(?:Stores|Places)\(authority, (?:stores|\[\w+\]|choosePlaces\(\w+\))\)/g,
    replace: 'authority.scope',
    tests: ['app/api/scope.test.ts', 'app/api/other-store.test.ts', 'app/api/v1/alerts/route.test.ts'],
  },
  {
    kind: 'scope',
    files: HANDLERS,
    find: /^ *await requireConcerned\(.*\);$/gm,
    replace: '',
    tests: ['app/api/v1/alerts/route.test.ts'],
  },
  {
    kind: 'guard',
    files: HANDLERS,
    find: /^ *await requireClearance\(.*\);$/gm,
    replace: '',
    tests: ['app/api/scope.test.ts', 'app/api/v1/lists.test.ts'],
  },
  // What the guards themselves refuse.
  {
    kind: 'guard',
    files: /^server\/auth\/(?!trial|verify).*\.ts$/,
    find: /^ *if \(.*\) throw new \w+\(.*\);$/gm,
    replace: '',
    tests: OF_AUTH,
  },
  {
    kind: 'guard',
    files: /^server\/auth\/access\.ts$/,
    find: /if \(now\(\) - .*\) return false;/g,
    replace: '',
    tests: OF_AUTH,
  },
  {
    kind: 'guard',
    files: /^server\/auth\/session\.ts$/,
    find: /^ *await (?:requireNoBlock|leaveSession)\(.*\);$/gm,
    replace: '',
    tests: OF_AUTH,
  },
  {
    kind: 'guard',
    files: /^server\/auth\/session\.ts$/,
    find: /session && !accessWatch\(\)\.records\.ended\.has\(session\.id\)/g,
    replace: 'session',
    tests: OF_AUTH,
  },
  {
    kind: 'guard',
    files: /^server\/auth\/grant-reveal\.ts$/,
    find: /^ *await pacePersonal\(.*\);$/gm,
    replace: '',
    tests: OF_HANDLERS,
  },
  // Tokens and the sealed session.
  {
    kind: 'token',
    files: /^server\/auth\/verify-access-token\.ts$/,
    find: /^ *(?:issuer|audience|algorithms: .*|currentDate: now|requiredClaims: .*),$|^ *if \(.*\) throw new \w+\(.*\);$/gm,
    replace: '',
    tests: ['server/auth/verify-access-token.test.ts'],
  },
  {
    kind: 'token',
    files: /^server\/auth\/sealed-session\.ts$/,
    find: /^ *(?:keyManagementAlgorithms: .*|contentEncryptionAlgorithms: .*|currentDate: now),$/gm,
    replace: '',
    tests: ['server/auth/sealed-session.test.ts'],
  },
  // Row scope: in every question, in what checks the questions, in the keys of caches, in the stream.
  {
    kind: 'scope',
    files: /^server\/synapse\/[^/]+\/(?!.*\.test\.).*\.ts$/,
    find: /\binScope\(\w+\.store_id\)/g,
    replace: '1 = 1',
    tests: [
      'server/synapse/every-question.test.ts',
      'server/synapse/questions.test.ts',
      'app/api/v1/lists.test.ts',
    ],
  },
  {
    kind: 'scope',
    files: /^server\/synapse\/gold-query\.ts$/,
    find: /^ *requireRowScope\(.*\);$/gm,
    replace: '',
    tests: OF_QUESTIONS,
  },
  {
    kind: 'scope',
    files: /^server\/synapse\/gold-query\.ts$/,
    find: /scope \? scopeKey\(scope\) : 'everyone'/g,
    replace: "'everyone'",
    tests: OF_QUESTIONS,
  },
  {
    kind: 'scope',
    files: /^server\/synapse\/row-scope\.ts$/,
    find: /^ *(?:if \(.*\) )?refuse\(.*\);$/gm,
    replace: '',
    tests: OF_QUESTIONS,
  },
  {
    kind: 'scope',
    files: /^server\/synapse\/row-scope\.ts$/,
    find: /`\$\{alias\}\.store_id IN \(\$\{list\}\)`/g,
    replace: "'1 = 1'",
    tests: [...OF_QUESTIONS, 'app/api/v1/lists.test.ts'],
  },
  {
    kind: 'scope',
    files: /^server\/live\/sum-stores\.ts$/,
    find: /\bscopeCovers\([^;{]*?\)(?=[);])/g,
    replace: 'true',
    tests: ['server/live/live-*.test.ts', 'server/live/resume.test.ts'],
  },
  {
    kind: 'scope',
    files: /^lib\/scope\.ts$/,
    find: /\[\.\.\.scope\.storeIds\]\.sort\(\)/g,
    replace: '[]',
    tests: [...OF_QUESTIONS, ...OF_AUTH],
  },
  // Escapes.
  {
    kind: 'escape',
    files: /^lib\/csv\.ts$/,
    find: /neutralise\(cell\.text\)/g,
    replace: 'cell.text',
    tests: ['lib/csv.test.ts'],
  },
  {
    kind: 'escape',
    files: /^lib\/csv\.ts$/,
    find: /\.replaceAll\('"', '""'\)/g,
    replace: '',
    tests: ['lib/csv.test.ts'],
  },
  {
    kind: 'escape',
    files: /^server\/synapse\/literals\.ts$/,
    find: /\.replaceAll\("'", "''"\)/g,
    replace: '',
    tests: ['server/synapse/literals.test.ts'],
  },
  {
    kind: 'escape',
    files: /^server\/gold\/ddl\.ts$/,
    find: /\.replaceAll\("'", "''"\)/g,
    replace: '',
    tests: ['server/gold/ddl.test.ts'],
  },
  {
    kind: 'escape',
    files: /^components\/charts\/.*option\.ts$/,
    find: /renderMode: 'richText',?/g,
    replace: '',
    tests: ['components/charts/*.test.ts'],
  },
  {
    kind: 'escape',
    files: /^lib\/return-to\.ts$/,
    find: /!isPlainPath\(text\)|NOT_PAGES\.test\(url\.pathname\)/g,
    replace: 'false',
    tests: ['lib/return-to.test.ts'],
  },
  {
    kind: 'escape',
    files: /^lib\/content-security-policy\.ts$/,
    find: /^ *"(?:object-src|base-uri|form-action|default-src).*",$/gm,
    replace: '',
    tests: ['lib/content-security-policy.test.ts'],
  },
  // Nothing is given out that was not written down.
  {
    kind: 'audit',
    files: /^(?:app\/api|server\/auth)\/.*(?<!\.test)\.ts$/,
    find: /^ *await recordDeed\([\s\S]*?\);$/gm,
    replace: '',
    tests: [...OF_HANDLERS, 'app/api/scope.test.ts'],
  },
  {
    kind: 'audit',
    files: /^server\/ledger\/chain\.ts$/,
    find: /if \(chainHash\(.*return \{.*\};/g,
    replace: '',
    tests: ['server/ledger/*.test.ts'],
  },
];
