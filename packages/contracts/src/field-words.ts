import type { Locale } from './problems.js';

/** What can be wrong with one field of a form, in both languages. */
export const fieldWords = {
  required: { vi: 'Cần điền mục này.', en: 'This is needed.' },
  unknown: { vi: 'Mục này không có trong biểu mẫu.', en: 'There is no such field.' },
  type: { vi: 'Kiểu giá trị không đúng.', en: 'The value is of the wrong type.' },
  'too-short': { vi: 'Cần ít nhất {minimum} ký tự.', en: 'At least {minimum} characters are needed.' },
  'too-long': { vi: 'Dài quá {maximum} ký tự.', en: 'Longer than {maximum} characters.' },
  'too-few': { vi: 'Cần chọn ít nhất {minimum} mục.', en: 'Choose at least {minimum}.' },
  'too-many': { vi: 'Nhiều nhất {maximum} mục.', en: 'At most {maximum}.' },
  'out-of-range': { vi: 'Giá trị ngoài khoảng cho phép.', en: 'The value is out of range.' },
  characters: {
    vi: 'Có ký tự ẩn hoặc ký tự điều khiển không dùng được.',
    en: 'It holds hidden or control characters.',
  },
  email: { vi: 'Địa chỉ thư chưa đúng.', en: 'This is not an e-mail address.' },
  format: { vi: 'Chưa đúng dạng.', en: 'The format is not right.' },
  choice: { vi: 'Chọn một giá trị trong danh sách.', en: 'Choose one of the values listed.' },
  'same-thread': { vi: 'Cần chọn một mục khác.', en: 'Choose another one.' },
  'is-duplicate': {
    vi: 'Mục này đã được đánh dấu trùng. Chọn mục mà nó trùng.',
    en: 'This one is marked as a duplicate. Choose what it is a duplicate of.',
  },
  'narrower-audience': {
    vi: 'Có người đang đọc được mục này mà không đọc được mục đã chọn.',
    en: 'Some who read this one cannot read the one chosen.',
  },
  'other-audience': {
    vi: 'Mục đã chọn có người xem khác. Chuyển nơi đăng trước, rồi gộp.',
    en: 'The one chosen has other readers. Move one of them first, then merge.',
  },
  'asker-cannot-read': {
    vi: 'Người hỏi không đọc được ở nơi này nên không xin ý kiến được.',
    en: 'The asker cannot read there, so the asker cannot be asked.',
  },
  widens: {
    vi: 'Người của doanh nghiệp sẽ đọc được nội dung chỉ dành cho cơ quan nhà nước. Ghi việc chuyển công tác từng người.',
    en: 'People of an enterprise would read what is for state bodies only. Record each person’s move instead.',
  },
  ended: { vi: 'Đơn vị này không còn.', en: 'This organisation is no more.' },
  audience: { vi: 'Không đăng được vào nơi này.', en: 'Posting here is not possible.' },
  'file-type': { vi: 'Chỉ nhận PDF, DOCX, XLSX, PNG, JPG và WebP.', en: 'Only PDF, DOCX, XLSX, PNG, JPG and WebP.' },
  'file-size': { vi: 'Tệp lớn quá 25 MB.', en: 'The file is larger than 25 MB.' },
  'file-content': { vi: 'Nội dung không đúng với đuôi tên tệp.', en: 'The content is not what the name says.' },
  'file-cut': { vi: 'Tệp không nhận được đủ. Gửi lại.', en: 'The file did not arrive whole. Send it again.' },
  'file-macros': { vi: 'Tệp có macro hoặc mã chạy được.', en: 'The file holds macros or code.' },
  'file-archive': { vi: 'Tệp nén bất thường, không mở được an toàn.', en: 'The file is packed in an unsafe way.' },
  'file-pixels': { vi: 'Ảnh lớn quá 40 triệu điểm ảnh.', en: 'The picture has more than 40 megapixels.' },
  'file-picture': { vi: 'Không đọc được ảnh.', en: 'The picture cannot be read.' },
  'file-harmful': { vi: 'Tệp có mã độc.', en: 'The file is harmful.' },
  'csv-row': {
    vi: 'Dòng {row} chưa đúng. Cần các cột day, kind (off hoặc work), name, source; ngày dạng 2026-09-01.',
    en: 'Row {row} is not right. The columns are day, kind (off or work), name, source; a day is like 2026-09-01.',
  },
  'common-password': { vi: 'Mật khẩu này quá phổ biến.', en: 'This password is too common.' },
} as const satisfies Record<string, Record<Locale, string>>;

export type FieldCode = keyof typeof fieldWords;

/** The sentence of a field error; `values` fill the braces. */
export function fieldMessage(code: FieldCode, locale: Locale, values: Record<string, unknown> = {}): string {
  return fieldWords[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB') : String(value ?? '');
  });
}
