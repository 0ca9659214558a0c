import { z } from 'zod';
import { can, created, day, flag, id, idParams, line, named, page, paging, words } from './common.js';
import { route } from './route.js';

export const organisationKind = z.enum([
  'ministry',
  'ministerial_agency',
  'government_agency',
  'province',
  'provincial_department',
  'training_body',
  'enterprise',
  'unit',
]);
export type OrganisationKind = z.infer<typeof organisationKind>;

const card = z.object({
  id,
  code: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  abbreviation: z.string(),
  kind: organisationKind,
  region: z.string(),
  parent: named.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  demo: z.boolean(),
  /** People in office there now, units below counted in. Only members see it. */
  people: z.int().nullable(),
});
export type OrganisationCard = z.infer<typeof card>;

export const list = route('organisations.list', {
  method: 'GET',
  path: '/api/organisations',
  access: 'anyone',
  summary: 'Organisations by name in any word order, marked or not, with kind, region and whether they exist today.',
  query: z.strictObject({
    q: words.optional(),
    kind: organisationKind.optional(),
    region: words.optional(),
    former: flag.optional(),
    ...paging,
  }),
  response: page(card).extend({ regions: z.array(z.string()) }),
  problems: ['invalid-cursor'],
});

/** One step of a succession: what came before, or what followed. `scope` main or part; `verified` false says "chưa kiểm chứng". */
const step = z.object({
  ...named.shape,
  date: day.nullable(),
  scope: z.string(),
  verified: z.boolean(),
  distance: z.int(),
  /** The document that says so, where it was recorded here. */
  basis: z.string(),
  /** Recorded here and one step away: it can be taken back. */
  added: z.boolean(),
});

export const read = route('organisations.read', {
  method: 'GET',
  path: '/api/organisations/:id',
  access: 'anyone',
  summary:
    'One organisation with what preceded and followed it (chains of any length), its units and, for members, its people.',
  params: idParams,
  response: z.object({
    ...card.shape,
    source: z.string(),
    sourceEn: z.string(),
    /** False where the registry says that its source is memory. */
    verified: z.boolean(),
    before: z.array(step),
    after: z.array(step),
    units: z.array(named.extend({ abbreviation: z.string() })),
    members: z.array(z.object({ personId: id, name: z.string(), title: z.string(), unit: z.string() })),
    /** What it was called before, the latest first; `to` is the last day. */
    formerNames: z.array(z.object({ name: z.string(), nameEn: z.string(), to: day, basis: z.string() })),
    /** Asked by its people, units below and what was merged into it counted in. */
    threads: z.int(),
    /** Mergers from or into it, planned, done here or failed, the latest first: for those who keep the registry. */
    mergers: z.array(
      z.object({
        id,
        from: named,
        into: named,
        date: day,
        basis: z.string(),
        state: z.enum(['planned', 'done', 'failed']),
        can: z.object({ takeBack: z.boolean() }),
      }),
    ),
    version: z.int(),
    /** What else it may do is stated in `registry.ts`. */
    can: can('addUnit', 'rename', 'merge', 'addSuccession', 'dissolve', 'restore'),
  }),
  problems: ['not-found'],
});

export const addUnit = route('organisations.addUnit', {
  method: 'POST',
  path: '/api/organisations/:id/units',
  access: 'member',
  summary: 'Adds a unit below an organisation; one with the same folded name or abbreviation is refused.',
  params: idParams,
  body: z.strictObject({ name: line(3, 200), nameEn: line(0, 200).default(''), abbreviation: line(0, 30).default('') }),
  response: created,
  creates: true,
  problems: ['not-found', 'forbidden', 'sign-in-again', 'already-exists', 'illegal-transition'],
});
