import { call, isProblem } from '../../../lib/api.js';
import { drafts } from '../../../lib/routes.js';
import { clearWaiting, saveWaiting } from '../../../lib/waiting-text.js';
import { isEmpty, load, NOTHING, same, type DraftState, type Written } from './written.js';

const LOCAL_MS = 300;
const SERVER_MS = 1_500;
const RETRY_MS = 5_000;

/**
 * Keeps one draft: on this device 0.3 s after typing, on the server after 1.5 s, one request at a time. What the server
 * cannot take now waits here and is tried again; a version changed elsewhere is shown beside this one.
 */
export class DraftSaver {
  state: DraftState = { ready: false, written: NOTHING, standing: 'none', savedAt: undefined, theirs: undefined };
  private version = 0;
  private dirty = false;
  private touched = false;
  private sending: Promise<void> | undefined;
  private local: ReturnType<typeof setTimeout> | undefined;
  private remote: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly personId: number,
    private readonly key: string,
    private readonly tell: (state: DraftState) => void,
  ) {}

  private show(some: Partial<DraftState>): void {
    this.state = { ...this.state, ...some };
    this.tell(this.state);
  }

  /** Brings back what was written before, here or on another device. */
  async begin(): Promise<void> {
    const { local, server, savedAt } = await load(this.personId, this.key);
    this.version = server?.version ?? local?.version ?? 0;
    const found = local ?? server;
    const mine = this.touched ? this.state.written : local;
    this.show({ ready: true, savedAt });
    // Written here without knowing this version of the server: neither may vanish.
    const apart = mine && server && server.version > 0 && (this.touched || local?.version !== server.version);
    if (apart && !same(mine, server) && !isEmpty(server)) this.show({ written: mine, theirs: server });
    else if (!this.touched && found)
      this.show({ written: found, standing: server?.version && !local ? 'saved' : 'none' });
    if ((local || this.touched) && !this.state.theirs) this.change(this.state.written);
  }

  change(written: Written): void {
    this.touched = true;
    this.dirty = true;
    this.show({ written });
    clearTimeout(this.local);
    clearTimeout(this.remote);
    this.local = setTimeout(() => this.keep(), LOCAL_MS);
    this.remote = setTimeout(() => void this.save(), SERVER_MS);
  }

  /** Keeps the text on this device at once. */
  keep(): void {
    if (!this.dirty) return;
    const text = JSON.stringify({ version: this.version, ...this.state.written });
    void saveWaiting(this.personId, `draft:${this.key}`, text);
  }

  async save(): Promise<void> {
    clearTimeout(this.remote);
    if (this.sending) return this.sending.then(() => this.save());
    const { written, theirs, ready } = this.state;
    if (!this.dirty || theirs || !ready || (isEmpty(written) && this.version === 0)) return;
    this.sending = this.send(written).finally(() => (this.sending = undefined));
    await this.sending;
  }

  private async send(written: Written): Promise<void> {
    const { title, text, fields } = written;
    try {
      const input = { key: this.key, title, text, fields };
      const { version, savedAt } = await call(drafts.saveDraft, input, { ifMatch: this.version });
      this.version = version;
      this.dirty = !same(written, this.state.written);
      if (!this.dirty) void clearWaiting(this.personId, `draft:${this.key}`);
      this.show({ standing: 'saved', savedAt });
    } catch (error) {
      this.keep();
      if (isProblem(error, 'stale')) await this.meet();
      else if (isProblem(error, 'unauthenticated')) this.show({ standing: 'signedOut' });
      else if (isProblem(error) && !error.passing && error.code !== 'too-many-requests')
        this.show({ standing: error.fields.some(({ pointer }) => pointer === '/key') ? 'full' : 'refused' });
      else this.later();
    }
  }

  private later(): void {
    this.show({ standing: 'waiting' });
    this.remote = setTimeout(() => void this.save(), RETRY_MS);
  }

  /** Another tab or device saved in between. */
  private async meet(): Promise<void> {
    const { server } = await load(this.personId, this.key);
    if (!server) return this.later();
    if (!isEmpty(server) && !same(server, this.state.written)) return this.show({ theirs: server });
    this.version = server.version;
    this.remote = setTimeout(() => void this.save(), 0);
  }

  choose(whose: 'mine' | 'theirs'): void {
    const { theirs, written } = this.state;
    if (!theirs) return;
    const { version, ...other } = theirs;
    this.version = version;
    this.show({ theirs: undefined });
    this.change(whose === 'mine' ? written : other);
    void this.save();
  }

  /** Waits for what is on its way and saves no more until the next change, so that sending cannot be overtaken. */
  async settle(): Promise<void> {
    clearTimeout(this.local);
    clearTimeout(this.remote);
    this.keep();
    await this.sending;
    clearTimeout(this.remote);
  }

  /** The text was sent or thrown away: nothing of it stays. */
  finish(): void {
    clearTimeout(this.local);
    clearTimeout(this.remote);
    this.version = 0;
    this.dirty = false;
    void clearWaiting(this.personId, `draft:${this.key}`);
    this.show({ written: NOTHING, standing: 'none', savedAt: undefined, theirs: undefined });
  }

  async discard(): Promise<void> {
    await this.settle();
    if (this.version > 0) await call(drafts.removeDraft, { key: this.key }).catch(() => undefined);
    this.finish();
  }

  /** The page goes away. */
  end(): void {
    clearTimeout(this.local);
    this.keep();
    void this.save().then(() => clearTimeout(this.remote));
  }
}
