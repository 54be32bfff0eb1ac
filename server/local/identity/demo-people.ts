import type { Role } from '#lib/roles.ts';

export interface DemoPerson {
  readonly oid: string;
  readonly account: string;
  readonly name: string;
  /** What the account is there to show. */
  readonly duty: string;
  readonly roles: readonly Role[];
  readonly stores: readonly string[];
  readonly regions?: readonly string[];
}

/** Invented people of the invented tenant contoso.test. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    oid: '00000000-0000-4000-8000-0000000000e1',
    account: 'erin@contoso.test',
    name: 'Erin Executive',
    duty: 'Executive, all stores',
    roles: ['executive'],
    stores: [],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000b1',
    account: 'rita@contoso.test',
    name: 'Rita Region',
    duty: 'Regional manager of North',
    roles: ['regional-manager'],
    stores: [],
    regions: ['North'],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000a1',
    account: 'max@contoso.test',
    name: 'Max Manager',
    duty: 'Store manager of S-003',
    roles: ['store-manager'],
    stores: ['S-003'],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000a2',
    account: 'mia@contoso.test',
    name: 'Mia Manager',
    duty: 'Store manager of S-007 and S-012',
    roles: ['store-manager'],
    stores: ['S-007', 'S-012'],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000a3',
    account: 'olga@contoso.test',
    name: 'Olga Online',
    duty: 'Store manager of ONLINE',
    roles: ['store-manager'],
    stores: ['ONLINE'],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000c1',
    account: 'petra@contoso.test',
    name: 'Petra Price',
    duty: 'Pricing analyst, all stores',
    roles: ['pricing-analyst'],
    stores: [],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000c2',
    account: 'cara@contoso.test',
    name: 'Cara Care',
    duty: 'Customer care',
    roles: ['customer-care'],
    stores: [],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000d1',
    account: 'adam@contoso.test',
    name: 'Adam Administrator',
    duty: 'Administrator: the audit and who may come in',
    roles: ['administrator'],
    stores: [],
  },
  {
    oid: '00000000-0000-4000-8000-0000000000f0',
    account: 'nobody@contoso.test',
    name: 'Norbert Nobody',
    duty: 'No role yet',
    roles: [],
    stores: [],
  },
];
