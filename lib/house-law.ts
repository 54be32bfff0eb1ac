import { dirname, join, normalize } from 'node:path';

/** The house rules, executable: each rule is a function from the files of the checkout to what breaks it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
export type Rule = (files: readonly SourceFile[]) => string[];

const ROOMS = [
  'synapse',
  'live',
  'auth',
  'ledger',
  'shared',
  'gold',
  'hotpath',
  'watch',
  'lakehouse',
  'local',
];
const SERVER_LAW: Record<string, readonly string[]> = {
  shared: [],
  gold: [],
  synapse: ['gold', 'shared'],
  ledger: ['shared'],
  auth: ['ledger', 'shared'],
  live: ['shared'],
  hotpath: ['synapse', 'ledger', 'shared'],
  watch: ['synapse', 'auth', 'live', 'shared'],
  lakehouse: ['gold', 'shared'],
  local: ['lakehouse', 'gold', 'shared'],
};
const APP_MAY = [
  'components',
  'lib',
  ...['auth', 'live', 'synapse', 'ledger', 'shared'].map((room) => `server/${room}`),
];

/** The room a file lives in: app, components, lib, e2e or server/<room>. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'server') return `server/${second}`;
  return top.includes('.') ? 'app' : top;
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === 'app') return APP_MAY.includes(to);
  if (from === 'components' || from === 'e2e')
    return to === 'lib' || (from === 'components' && to === 'components');
  if (from === 'lib') return false;
  const room = from.slice('server/'.length);
  return to === 'lib' || (SERVER_LAW[room] ?? []).some((allowed) => to === `server/${allowed}`);
}

function importsOf({ path, text }: SourceFile): { target: string; isPackage: boolean }[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    if (name.startsWith('#')) return { target: name.slice(1), isPackage: false };
    if (name.startsWith('.')) return { target: normalize(join(dirname(path), name)), isPackage: false };
    return { target: name, isPackage: true };
  });
}

const isCode = ({ path }: SourceFile) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.config.mjs');
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);

export const importLaw: Rule = (files) =>
  files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap(({ target, isPackage }) => {
      const from = roomOf(file.path);
      if (isPackage) {
        const barred =
          from === 'lib' && !(isTest(file.path) && (target.startsWith('node:') || target === 'fast-check'));
        return barred ? [`${file.path}: lib imports the package ${target}`] : [];
      }
      return mayImport(from, roomOf(target)) ? [] : [`${file.path}: ${from} may not import ${target}`];
    }),
  );

export const shortFiles: Rule = (files) =>
  files
    .filter(({ path }) => /\.(ts|tsx|mjs|css|sql)$/.test(path))
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250)
    .map(({ path, lines }) => `${path}: ${lines} lines, 250 at most`);

export const noBarrels: Rule = (files) =>
  files.filter(isCode).flatMap(({ path, text }) => {
    const reExports = /(?:^|\n)export\s+(?:\*|(?:type\s+)?\{[^}]*\})\s*(?:as\s+\w+\s*)?from\s/.test(text);
    return reExports || /(^|\/)index\.tsx?$/.test(path)
      ? [`${path}: a barrel; import from the file that defines the name`]
      : [];
  });

export const namedRooms: Rule = (files) =>
  files.flatMap(({ path }) => {
    const stranger = path
      .split('/')
      .find((part) => /^(utils?|helpers?|common|misc|types|hooks|services)(\.tsx?)?$/.test(part));
    return stranger ? [`${path}: "${stranger}" names no noun`] : [];
  });

const TOP_FOLDERS = ['app', 'components', 'lib', 'server', 'public', 'e2e', '.ci'];
const TOP_FILES =
  'package.json tsconfig.json next.config.mjs README.md proxy.ts instrumentation.ts package-lock.json biome.json .gitignore .npmrc .env.example Dockerfile'.split(
    ' ',
  );
export const topLevel: Rule = (files) =>
  files
    .filter(
      ({ path }) =>
        !(path.includes('/') ? TOP_FOLDERS.includes(path.split('/')[0] ?? '') : TOP_FILES.includes(path)),
    )
    .map(({ path }) => `${path}: does not belong at the top level`);

export const serverRooms: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('server/') && !ROOMS.includes(path.split('/')[1] ?? ''))
    .map(({ path }) => `${path}: no such room under server`);

export const scopesMadeInAuth: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !file.path.startsWith('server/auth/') && !isTest(file.path))
    .filter(({ text }) => /\bas\s+(?:unknown\s+as\s+)?(?:RowScope|RevealGrant)\b/.test(text))
    .map(({ path }) => `${path}: makes a RowScope or a RevealGrant; only server/auth may`);

export const watchScopeInWatch: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !/^server\/(?:watch|auth)\//.test(file.path))
    .filter(({ text }) => text.includes('service-scope'))
    .map(({ path }) => `${path}: takes the scope of the watch; only server/watch may`);

export const leafClients: Rule = (files) => {
  const tsx = files.filter(({ path }) => path.endsWith('.tsx'));
  const clients = tsx.filter(({ text }) => /^['"]use client['"]/.test(text));
  const routes = clients.filter(({ path }) => /(^|\/)(page|layout)\.tsx$/.test(path));
  const many =
    clients.length * 4 > tsx.length && tsx.length >= 40
      ? [`${clients.length} of ${tsx.length} .tsx files are client code`]
      : [];
  return [...routes.map(({ path }) => `${path}: a page or layout is never client code`), ...many];
};

export const promptSuites: Rule = (files) =>
  files
    .filter(({ path, text }) => isTest(path) && /\bdescribe\((['"`])[^\n]*\1, async\b/.test(text))
    .map(({ path }) => `${path}: a suite that waits while it is put together passes though it fails`);

const FLOORS = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  echarts: '6.1.0',
  tedious: '20.0.0',
};
export const securityFloors: Rule = (files) => {
  const lock = files.find(({ path }) => path === 'package-lock.json');
  if (!lock) return ['package-lock.json is missing'];
  const packages = (JSON.parse(lock.text) as { packages: Record<string, { version?: string }> }).packages;
  return Object.entries(FLOORS).flatMap(([name, floor]) => {
    const version = packages[`node_modules/${name}`]?.version ?? '0.0.0';
    return version.localeCompare(floor, 'en', { numeric: true }) < 0
      ? [`${name} ${version} is below the security floor ${floor}`]
      : [];
  });
};
