import type { Locale } from '@hat-nhan/contracts';
import { defuse, letter } from '../platform/letter.js';
import type { Letter } from '../platform/mail.js';

interface Whom {
  locale: Locale;
  name: string;
}
type Words = Record<Locale, { subject: string; paragraphs: string[]; button?: string }>;

function written({ locale, name }: Whom, words: Words, href?: string): Letter {
  const { subject, paragraphs, button } = words[locale];
  const pressed = button !== undefined && href !== undefined ? { button: { label: button, href } } : {};
  return { subject, ...letter({ locale, greetingName: name, paragraphs, ...pressed }) };
}

/** To who asked to join and was declined. */
export const declinedLetter = (told: Whom & { reason: string }): Letter =>
  written(told, {
    vi: {
      subject: 'Về đề nghị tham gia mạng lưới',
      paragraphs: ['Đề nghị tham gia chưa được xác nhận.', `Lý do: ${defuse(told.reason)}`],
    },
    en: {
      subject: 'About the request to join the network',
      paragraphs: ['The request to join was not confirmed.', `Reason: ${defuse(told.reason)}`],
    },
  });

/** To every address of a person whose mailbox somebody says is lost. */
export const claimLetter = (told: Whom & { link: string }): Letter =>
  written(
    told,
    {
      vi: {
        subject: 'Có đề nghị chuyển tài khoản sang địa chỉ thư mới',
        paragraphs: [
          'Một điều phối viên đã xác nhận rằng hộp thư cũ không còn dùng được. Sau 72 giờ, đường dẫn đăng nhập sẽ được gửi tới địa chỉ mới.',
          'Nếu ông/bà không đề nghị việc này, xin mở phần cài đặt và dừng lại trước thời hạn đó.',
        ],
        button: 'Mở cài đặt để dừng',
      },
      en: {
        subject: 'A request to move the account to a new address',
        paragraphs: [
          'A coordinator has confirmed that the old mailbox is gone. After 72 hours a link to sign in goes to the new address.',
          'If you did not ask for this, open the settings and stop it before then.',
        ],
        button: 'Open settings to stop it',
      },
    },
    told.link,
  );

/** To the new address, when nobody said no. */
export const linkLetter = (told: Whom & { link: string }): Letter =>
  written(
    told,
    {
      vi: {
        subject: 'Đường dẫn đăng nhập bằng địa chỉ thư mới',
        paragraphs: [
          'Đường dẫn dùng một lần, trong 24 giờ. Sau khi đăng nhập, thư của mạng lưới được gửi tới địa chỉ này.',
        ],
        button: 'Đăng nhập',
      },
      en: {
        subject: 'Sign in with the new address',
        paragraphs: ['The link works once, within 24 hours. From then on the network writes to this address.'],
        button: 'Sign in',
      },
    },
    told.link,
  );

/** To every address after the main one changed. */
export const mainLetter = (told: Whom & { link: string }): Letter =>
  written(
    told,
    {
      vi: {
        subject: 'Địa chỉ thư chính vừa được thay đổi',
        paragraphs: [
          'Thư của mạng lưới từ nay được gửi tới địa chỉ chính mới.',
          'Nếu không phải ông/bà thực hiện, xin mở phần cài đặt và báo điều phối viên.',
        ],
        button: 'Mở cài đặt',
      },
      en: {
        subject: 'The main address has changed',
        paragraphs: [
          'From now on the network writes to the new main address.',
          'If this was somebody else, open the settings and tell a coordinator.',
        ],
        button: 'Open settings',
      },
    },
    told.link,
  );

/** Once a year: still in this post? */
export const officeLetter = (told: Whom & { title: string; organisation: string; link: string }): Letter => {
  const post = [told.title, told.organisation].map(defuse).join(', ');
  return written(
    told,
    {
      vi: {
        subject: 'Vẫn giữ chức vụ này?',
        paragraphs: [
          `Danh bạ đang ghi: ${post}. Trên trang chủ, một lần bấm là xác nhận; có thay đổi thì ghi chức vụ mới.`,
        ],
        button: 'Mở trang chủ',
      },
      en: {
        subject: 'Still in this post?',
        paragraphs: [`The directory says: ${post}. One press on the home page confirms it, or records the new post.`],
        button: 'Open the home page',
      },
    },
    told.link,
  );
};

/** To whom a colleague who leaves asks to take a role over; which one stands on the home page. */
export const handoverLetter = (told: Whom & { link: string }): Letter =>
  written(
    told,
    {
      vi: {
        subject: 'Đề nghị nhận bàn giao vai trò',
        paragraphs: [
          'Một đồng nghiệp chuyển công tác đề nghị ông/bà nhận vai trò ở lại đơn vị. Trên trang chủ, một lần bấm là nhận hoặc không nhận.',
        ],
        button: 'Mở trang chủ',
      },
      en: {
        subject: 'A role to take over',
        paragraphs: [
          'A colleague who moves to another post asks you to take over a role that stays with the organisation. One press on the home page says yes or no.',
        ],
        button: 'Open the home page',
      },
    },
    told.link,
  );
