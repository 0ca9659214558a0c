import type { Locale } from '@hat-nhan/contracts';
import { formatDate, formatTime } from '@hat-nhan/vietnamese';
import type { FactorChange } from '../events.js';
import { letter } from '../platform/letter.js';
import type { Letter } from '../platform/mail.js';

const words = {
  vi: {
    subject: 'Cách đăng nhập vừa được thay đổi',
    changes: {
      'passkey-added': 'đã thêm một passkey',
      'passkey-removed': 'đã xóa một passkey',
      'totp-added': 'đã bật mã trên ứng dụng',
      'totp-removed': 'đã tắt mã trên ứng dụng',
      'recovery-made': 'đã tạo mã dự phòng mới; các mã trước không còn dùng được',
    },
    told: (change: string, at: string) =>
      `Lúc ${formatTime(at)} ngày ${formatDate(at)}, tài khoản trên mạng lưới ${change}.`,
    else: 'Nếu không phải ông/bà thực hiện, xin mở phần cài đặt, đăng xuất mọi máy khác và báo điều phối viên.',
    button: 'Mở cài đặt',
  },
  en: {
    subject: 'A way to sign in has changed',
    changes: {
      'passkey-added': 'a passkey was added',
      'passkey-removed': 'a passkey was removed',
      'totp-added': 'codes by app were turned on',
      'totp-removed': 'codes by app were turned off',
      'recovery-made': 'new recovery codes were made; the earlier ones are void',
    },
    told: (change: string, at: string) => `At ${formatTime(at)} on ${formatDate(at)}, ${change} on your account.`,
    else: 'If this was somebody else, open the settings, sign out all other devices and tell a coordinator.',
    button: 'Open settings',
  },
} as const;

/** The letter that tells of a change in how a person signs in. */
export function factorLetter(told: {
  locale: Locale;
  name: string;
  change: FactorChange;
  at: string;
  link: string;
}): Letter {
  const { subject, changes, told: sentence, else: otherwise, button } = words[told.locale];
  return {
    subject,
    ...letter({
      locale: told.locale,
      greetingName: told.name,
      paragraphs: [sentence(changes[told.change], told.at), otherwise],
      button: { label: button, href: told.link },
    }),
  };
}
