import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  threads: number;
  posts: number;
  people: number;
  rounds: number;
  /** Requests of one server in one round of one case. */
  requests: number;
  /** Names of the cases to measure; empty: all. */
  only: string[];
  /** Folder for CPU profiles of the product's process. */
  profile: string | undefined;
}

const HELP = `npm run bench -- [--quick] [--posts 200000] [--rounds 5] [--requests 400] [--only thread-list,reply]
  --quick     20,000 posts, fewer requests: at most four minutes
  --posts     size of the corpus, questions included; a tenth of them are threads
  --rounds    interleaved rounds, of which the medians are told
  --requests  requests to each server in one round of one case
  --only      cases, by the beginning of their names
  --profile   folder for a CPU profile of the product's process`;

const FULL = { posts: 200_000, requests: 400 };
const QUICK = { posts: 20_000, requests: 120 };
const SEVERAL_SITES = 500_000;

function whole(name: string, text: string | undefined, preset: number, least: number): number {
  if (text === undefined) return preset;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} must be a whole number from ${least}`);
  return value;
}

/** Reads the command line. Prints the help and ends on `--help`; throws one line on a wrong option. */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      quick: yes,
      help: { ...yes, short: 'h' },
      posts: text,
      rounds: text,
      requests: text,
      only: text,
      profile: text,
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const preset = values.quick ? QUICK : FULL;
  const posts = whole('posts', values.posts, preset.posts, 10_000);
  return {
    posts,
    threads: Math.round(posts / 10),
    people: posts > SEVERAL_SITES ? 20_000 : 2_000,
    rounds: whole('rounds', values.rounds, 5, 1),
    requests: whole('requests', values.requests, preset.requests, 16),
    only: values.only?.split(',') ?? [],
    profile: values.profile === undefined ? undefined : resolve(values.profile),
  };
}
