import { expect, type Locator, type Page } from '@playwright/test';
import type { Say } from './journey.ts';
import { sendAs } from './newcomer.ts';

/** Writes into the place for Markdown with this label, after the rich editor has taken the place of the plain box. */
export async function write(
  place: Page | Locator,
  label: string,
  text: string,
  say: Say = (vi) => vi,
): Promise<Locator> {
  const box = place.getByRole('textbox', { name: label, exact: true });
  await box.click();
  await expect(place.getByRole('group', { name: say('Cách soạn', 'Way of writing') })).toBeVisible();
  await box.fill(text);
  await expect(box).toContainText(text);
  return box;
}

interface Asked {
  title: string;
  text?: string;
  /** Who may read it. */
  audience?: 'public' | 'members' | 'state';
  /** Name of its topic; the first one unless told. */
  topic?: string;
  unnamed?: boolean;
}

interface Place {
  id: number;
  kind: string;
}

/** Asks a question as the person of this browser without walking through the form. Returns its address. */
export async function askQuestion(
  page: Page,
  { title, text, audience = 'members', topic, unnamed }: Asked,
): Promise<string> {
  const { items: places } = (await (await page.request.get('/api/spaces')).json()) as { items: Place[] };
  const { items: topics } = (await (await page.request.get('/api/topics')).json()) as {
    items: { id: number; name: string }[];
  };
  const { id } = await sendAs<{ id: number }>(page.context(), '/api/threads', {
    title,
    text: text ?? 'Đơn vị đã thử hai cách, cách nào cũng vướng khâu nghiệm thu. Nơi nào đã làm xong?',
    topicIds: [(topics.find(({ name }) => name === topic) ?? topics[0])?.id],
    spaceId: places.find(({ kind }) => kind === audience)?.id,
    unnamed,
  });
  return `/hoi-dap/${id}`;
}

/** Answers a question as the person of this browser without walking through the form. */
export async function answerQuestion(page: Page, address: string, text: string): Promise<void> {
  const id = /\d+/.exec(address)?.[0];
  await sendAs(page.context(), `/api/threads/${id}/answers`, { text });
}
