import type { Locale } from '@hat-nhan/contracts';
import { formatDate, formatTime } from '@hat-nhan/vietnamese';
import { defuse, letter } from '../platform/letter.js';
import { CODE_MINUTES } from './codes.service.js';

interface Written {
  subject: string;
  text: string;
  html: string;
}

/** The letter that invites. The link's token stands behind #, so that no server on the way writes it down. */
export function invitationLetter(told: {
  name: string;
  title: string;
  organisation: string;
  invitedBy: string;
  /** The organiser's number or whom else to ask; empty where there is none. */
  contact: string;
  link: string;
  expiresAt: string;
}): Written {
  const as = [told.title, told.organisation].filter(Boolean).map(defuse).join(', ');
  const by = told.invitedBy ? `${defuse(told.invitedBy)} thay mặt Ban điều phối` : 'Ban điều phối';
  return {
    subject: 'Mời tham gia Mạng lưới chuyên gia Chính phủ điện tử',
    ...letter({
      locale: 'vi',
      greetingName: told.name,
      paragraphs: [
        `${by} trân trọng mời tham gia Mạng lưới chuyên gia Chính phủ điện tử${as ? ` với tư cách ${as}` : ''}.`,
        'Đây là nơi những người làm chính phủ điện tử hỏi, trả lời và chia sẻ kinh nghiệm triển khai với nhau. Thông tin ghi trong lời mời có thể sửa lại cho đúng trước khi tham gia; không cần đặt mật khẩu.',
        `Lời mời dành riêng cho địa chỉ thư này, dùng một lần, đến hết ${formatTime(told.expiresAt)} ngày ${formatDate(told.expiresAt)}.`,
        ...(told.contact ? [`Cần hỏi thêm, xin liên hệ: ${defuse(told.contact)}.`] : []),
      ],
      button: { label: 'Xem lời mời', href: told.link },
      note: 'Nếu thư đến nhầm người, xin bỏ qua: không có tài khoản nào được tạo khi lời mời chưa được nhận.',
    }),
  };
}

const codeWords = {
  vi: {
    'sign-in': {
      subject: 'Mã đăng nhập Mạng lưới chuyên gia Chính phủ điện tử',
      first: 'Mã đăng nhập gồm sáu chữ số:',
    },
    'step-up': { subject: 'Mã xác nhận danh tính', first: 'Mã để xác nhận danh tính gồm sáu chữ số:' },
    confirm: { subject: 'Mã xác nhận địa chỉ thư', first: 'Mã để xác nhận địa chỉ thư này gồm sáu chữ số:' },
    note: `Mã dùng được trong ${CODE_MINUTES} phút, trên đúng trình duyệt đã đề nghị gửi mã. Không đưa mã cho bất kỳ ai; Ban điều phối không bao giờ hỏi mã. Nếu không đề nghị gửi mã, xin bỏ qua thư này.`,
  },
  en: {
    'sign-in': {
      subject: 'Sign-in code of the e-Government Experts Network',
      first: 'The sign-in code has six digits:',
    },
    'step-up': { subject: 'Code to confirm one’s identity', first: 'The code to confirm who acts has six digits:' },
    confirm: { subject: 'Code to confirm an address', first: 'The code that confirms this address has six digits:' },
    note: `The code works for ${CODE_MINUTES} minutes, in the browser that asked for it. Give it to nobody; the coordinators never ask for it. Whoever did not ask for a code may ignore this mail.`,
  },
} as const;

/** The letter with a six-digit code. */
export function codeLetter(told: {
  locale: Locale;
  name: string;
  purpose: 'sign-in' | 'confirm' | 'step-up';
  code: string;
}): Written {
  const words = codeWords[told.locale];
  const { subject, first } = words[told.purpose];
  return {
    subject,
    ...letter({ locale: told.locale, greetingName: told.name, paragraphs: [first], code: told.code, note: words.note }),
  };
}

/** The letter that an administrator sends himself. */
export function testLetter(locale: Locale, name: string): Written {
  const words = {
    vi: [
      'Thư thử của Mạng lưới chuyên gia Chính phủ điện tử',
      'Thư này được gửi để thử máy chủ thư. Nhận được thư nghĩa là mã đăng nhập và thông báo cũng đến được địa chỉ này.',
    ],
    en: [
      'A test mail of the e-Government Experts Network',
      'This mail was sent to try the mail server. Since it arrived, sign-in codes and notifications reach this address too.',
    ],
  } as const;
  const [subject, paragraph] = words[locale];
  return { subject, ...letter({ locale, greetingName: name, paragraphs: [paragraph] }) };
}
