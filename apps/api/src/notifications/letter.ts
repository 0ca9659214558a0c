import type { Locale } from '@hat-nhan/contracts';
import { defuse, letter } from '../platform/letter.js';
import type { Told } from './notifications.service.js';

/** Lines of one letter; the rest is in the inbox. */
const LINES = 10;
const EXCERPT = 160;

/** What is told of: an answer in a discussion is a reply. */
type Deed = Told['kind'] | 'reply';
const deedOf = ({ kind, threadKind }: Told): Deed =>
  kind === 'answer' && threadKind === 'discussion' ? 'reply' : kind;

interface Words {
  unnamed: string;
  did: Record<Deed, (who: string, title: string) => string>;
  subject: Record<Deed, string>;
  several: (count: number) => string;
  opening: (count: number) => string;
  more: (count: number) => string;
  open: string;
  reply: string;
  inbox: string;
  note: string;
}

const words: Record<Locale, Words> = {
  vi: {
    unnamed: 'Một thành viên',
    did: {
      answer: (who, title) => `${who} đã trả lời câu hỏi “${title}”`,
      reply: (who, title) => `${who} đã phản hồi trong thảo luận “${title}”`,
      comment: (who, title) => `${who} đã góp ý trong “${title}”`,
      mention: (who, title) => `${who} nhắc đến ông/bà trong “${title}”`,
      accepted: (who, title) => `${who} đã chọn câu trả lời của ông/bà cho “${title}”`,
      closed: (who, title) => `${who} đã đóng “${title}”`,
      asked: (who, title) => `${who} đã hỏi “${title}”`,
      invited: (who, title) => `${who} mời ông/bà trả lời câu hỏi “${title}”`,
      reminder: (_who, title) => `Nhắc xem lại “${title}”`,
      flag: (_who, title) => `Điều hành viên đã xem lại bài được báo trong “${title}”`,
      canonical: (who, title) => `${who} đã đánh dấu câu trả lời của ông/bà là trả lời chuẩn trong “${title}”`,
      doubted: (who, title) => `Hai đơn vị báo câu trả lời của ${who} không còn đúng, trong “${title}”`,
      join_asked: (who, title) => `${who} đề nghị vào nhóm “${title}”`,
      join_invited: (who, title) => `${who} mời ông/bà vào nhóm “${title}”`,
      join_accepted: (who, title) => `${who} đã nhận ông/bà vào nhóm “${title}”`,
      join_declined: (who, title) => `${who} chưa nhận đề nghị vào nhóm “${title}”`,
      join_lapsed: (_who, title) => `Đề nghị vào nhóm “${title}” đã hết hạn sau 30 ngày chưa có trả lời`,
      hidden: (_who, title) => `Điều hành viên đã ẩn một bài của ông/bà trong “${title}”`,
      duplicate: (who, title) => `${who} đã đánh dấu “${title}” là trùng với mục khác`,
      moved: (who, title) => `${who} đã chuyển nơi đăng của “${title}”`,
      move_asked: (who, title) => `${who} đề nghị ông/bà đồng ý để nhiều người hơn đọc được “${title}”`,
      move_refused: (who, title) => `${who} chưa đồng ý chuyển nơi đăng của “${title}”`,
      split: (who, title) => `${who} đã tách câu trả lời của ông/bà thành “${title}”`,
      merged: (who, title) => `${who} đã gộp câu hỏi của ông/bà vào “${title}”`,
    },
    subject: {
      answer: 'Có câu trả lời mới',
      reply: 'Có phản hồi mới',
      comment: 'Có góp ý mới',
      mention: 'Có người nhắc đến ông/bà',
      accepted: 'Câu trả lời được chọn',
      closed: 'Đã đóng',
      asked: 'Có câu hỏi mới',
      invited: 'Mời trả lời',
      reminder: 'Nhắc xem lại',
      flag: 'Kết quả xem lại',
      canonical: 'Trả lời chuẩn',
      doubted: 'Câu trả lời cần xem lại',
      join_asked: 'Đề nghị vào nhóm',
      join_invited: 'Mời vào nhóm',
      join_accepted: 'Đã được nhận vào nhóm',
      join_declined: 'Chưa được nhận vào nhóm',
      join_lapsed: 'Đề nghị vào nhóm đã hết hạn',
      hidden: 'Bài đã được ẩn',
      duplicate: 'Câu hỏi được đánh dấu trùng',
      moved: 'Đã chuyển nơi đăng',
      move_asked: 'Đề nghị chuyển nơi đăng',
      move_refused: 'Chưa đồng ý chuyển nơi đăng',
      split: 'Câu trả lời đã được tách',
      merged: 'Câu hỏi đã được gộp',
    },
    several: (count) => `${count} thông báo mới`,
    opening: (count) =>
      count === 1 ? 'Trên mạng lưới có một thông báo chưa đọc:' : `Trên mạng lưới có ${count} thông báo chưa đọc:`,
    more: (count) => `Còn ${count} thông báo khác trong hộp thư.`,
    open: 'Mở trên mạng lưới',
    reply: 'Trả lời',
    inbox: 'Mở hộp thư',
    note: 'Thư này được gửi vì thông báo chưa được đọc sau 10 phút.',
  },
  en: {
    unnamed: 'A member',
    did: {
      answer: (who, title) => `${who} answered the question “${title}”`,
      reply: (who, title) => `${who} replied in the discussion “${title}”`,
      comment: (who, title) => `${who} commented in “${title}”`,
      mention: (who, title) => `${who} mentioned you in “${title}”`,
      accepted: (who, title) => `${who} chose your answer to “${title}”`,
      closed: (who, title) => `${who} closed “${title}”`,
      asked: (who, title) => `${who} asked “${title}”`,
      invited: (who, title) => `${who} invites you to answer the question “${title}”`,
      reminder: (_who, title) => `A reminder of “${title}”`,
      flag: (_who, title) => `The moderators reviewed the post that was reported in “${title}”`,
      canonical: (who, title) => `${who} marked your answer as canonical in “${title}”`,
      doubted: (who, title) => `Two organisations say that the answer of ${who} is not true any more, in “${title}”`,
      join_asked: (who, title) => `${who} asks to join the group “${title}”`,
      join_invited: (who, title) => `${who} invites you into the group “${title}”`,
      join_accepted: (who, title) => `${who} accepted you into the group “${title}”`,
      join_declined: (who, title) => `${who} declined the request to join the group “${title}”`,
      join_lapsed: (_who, title) => `The request to join the group “${title}” ended after 30 days without an answer`,
      hidden: (_who, title) => `The moderators hid a post of yours in “${title}”`,
      duplicate: (who, title) => `${who} marked “${title}” as a duplicate`,
      moved: (who, title) => `${who} changed who can see “${title}”`,
      move_asked: (who, title) => `${who} asks you to agree that more people may read “${title}”`,
      move_refused: (who, title) => `${who} did not agree that more people read “${title}”`,
      split: (who, title) => `${who} made your answer a thread of its own, “${title}”`,
      merged: (who, title) => `${who} merged your question into “${title}”`,
    },
    subject: {
      answer: 'New answer',
      reply: 'New reply',
      comment: 'New comment',
      mention: 'You were mentioned',
      accepted: 'Your answer was chosen',
      closed: 'Closed',
      asked: 'New question',
      invited: 'Invitation to answer',
      reminder: 'Reminder',
      flag: 'Outcome of a report',
      canonical: 'Canonical answer',
      doubted: 'An answer to be looked at',
      join_asked: 'Request to join',
      join_invited: 'Invitation into a group',
      join_accepted: 'Accepted into the group',
      join_declined: 'Request to join declined',
      join_lapsed: 'Request to join ended',
      hidden: 'A post was hidden',
      duplicate: 'Marked as a duplicate',
      moved: 'The audience has changed',
      move_asked: 'A wider audience is proposed',
      move_refused: 'No wider audience',
      split: 'An answer of its own',
      merged: 'A question was merged',
    },
    several: (count) => `${count} new notifications`,
    opening: (count) =>
      count === 1
        ? 'There is one unread notification on the network:'
        : `There are ${count} unread notifications on the network:`,
    more: (count) => `${count} more are in the inbox.`,
    open: 'Open on the network',
    reply: 'Answer',
    inbox: 'Open the inbox',
    note: 'This letter was sent because the notification was not read within 10 minutes.',
  },
};

/** Cuts a text for who is told, its mentions named as he may read them. */
type Cut = (text: string, length: number) => string;

/** A group is answered in its page; where it is out of sight, the list of groups is what there is. */
const urlOf = (origin: string, { kind, threadId, spaceId, postId }: Told) => {
  if (kind.startsWith('join_')) return `${origin}/${spaceId === null ? 'nhom' : `khong-gian/${spaceId}`}`;
  return `${origin}/hoi-dap/${threadId}${postId === null || postId === threadId ? '' : `#bai-${postId}`}`;
};

/** Who is asked for an answer gives it at once, in a plain text box; everything else is read first. */
function buttonOf(one: Told, say: Words, origin: string) {
  const asked = one.kind === 'invited' || (one.kind === 'mention' && one.postId === one.threadId);
  return asked
    ? { label: say.reply, href: `${origin}/tra-loi/${one.threadId}` }
    : { label: say.open, href: urlOf(origin, one) };
}

function lineOf(one: Told, say: Words, cut: Cut): string {
  const text = cut(one.text, EXCERPT);
  const who = [one.by.name ?? say.unnamed, one.by.organisation].filter(Boolean).join(', ');
  return `${say.did[deedOf(one)](defuse(who), defuse(one.title))}${text ? `: ${defuse(text)}` : '.'}`;
}

/** One letter for everything that waits for a person, as he may read it now. `told` is in order of time, at least one. */
export function writeLetter({
  told,
  cut,
  locale,
  name,
  origin,
}: {
  told: Told[];
  cut: Cut;
  locale: Locale;
  name: string;
  origin: string;
}) {
  const say = words[locale];
  const shown = told.slice(0, LINES);
  const [first] = told;
  const single = told.length === 1 && first ? first : undefined;
  const topic = told.find((one) => one.kind === 'answer') ?? first!;
  const subject =
    single || told.every((one) => one.kind === 'answer') ? say.subject[deedOf(topic)] : say.several(told.length);
  const paragraphs = [say.opening(told.length), ...shown.map((one) => `• ${lineOf(one, say, cut)}`)];
  if (told.length > shown.length) paragraphs.push(say.more(told.length - shown.length));
  const button = single ? buttonOf(single, say, origin) : { label: say.inbox, href: `${origin}/hop-thu` };
  return {
    subject: `${subject}: ${topic.title}`.replace(/\s+/g, ' '),
    ...letter({ locale, greetingName: name, paragraphs, button, note: say.note }),
  };
}
