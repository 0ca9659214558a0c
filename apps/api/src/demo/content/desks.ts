import type { DemoDraft } from './types.js';

/** What people behind sign-in links have begun and not sent; `hoursAgo` counts from the first run. */
export const drafts: readonly DemoDraft[] = [
  {
    author: 'vu-thi-hanh',
    title: 'Danh mục tài sản công nghệ thông tin sau sắp xếp: ghi theo đơn vị cũ hay đơn vị mới?',
    text: 'Sở đang gộp danh mục của hai nơi, tổng 1.463 đầu thiết bị, trong đó 219 đầu thiết bị có trong sổ mà không tìm thấy trên thực tế. Bên Tài chính hỏi ghi nguồn gốc theo tên đơn vị nào.\n\nCần hỏi thêm:',
    hoursAgo: 19,
  },
  {
    author: 'nguyen-thi-minh-chau',
    answers: 'nha-thau-doi-nguoi',
    text: 'Câu định nghĩa chúng tôi đang dùng: người thay phải được bên thuê phỏng vấn và đồng ý bằng văn bản trước 13 ngày. Còn gói đang dở thì',
    hoursAgo: 41,
  },
  {
    author: 'tran-thuy-vy',
    answers: 'luu-tru-giay-to-song-song',
    text: 'Bên tôi có thêm một nguồn giấy nữa: bản in để sửa lỗi. Đếm thử một tuần được 214 tờ, trong đó',
    hoursAgo: 27,
  },
  {
    author: 'tran-thuy-vy',
    title: 'Hướng dẫn viết câu hỏi để có người trả lời: xin góp ý bản một trang',
    text: 'Đọc lại 60 câu hỏi gần đây, câu nào có ngày hạn và một con số thì được trả lời sớm hơn. Bản nháp một trang gồm',
    hoursAgo: 73,
  },
  {
    author: 'bui-duc-anh',
    title: 'Thông báo tạm dừng để nâng cấp: báo trước mấy ngày thì vừa?',
    text: 'Lần nâng cấp tới dự kiến dừng 17 phút vào sáng thứ Bảy. Các hệ thống khác đang báo trước từ 2 đến 9 ngày,',
    hoursAgo: 8,
  },
  {
    author: 'nguyen-thu-thuy',
    answers: 'ban-giao-khi-chuyen-cong-tac',
    text: 'Đã gộp các ý thành mẫu hai trang, còn ba chỗ xin hỏi lại:',
    hoursAgo: 52,
  },
  {
    author: 'mai-xuan-tho',
    answers: 'van-ban-hai-he',
    text: 'Đông Lĩnh cũng chạy hai phần mềm mất 5 tháng. Cách chặn bản trùng của chúng tôi là',
    hoursAgo: 30,
  },
];

/** Threads that somebody follows without having written there, by his key. */
export const follows: Readonly<Record<string, readonly string[]>> = {
  'vu-thi-hanh': ['phu-luc-cham-dut-ban-3', 'don-gia-nhan-cong', 'he-thong-da-tat'],
  'nguyen-thi-minh-chau': ['doi-soat-ban-ghi', 'nha-thau-doi-nguoi'],
  'phan-nhat-quang': ['buoi-khao-sat-thuc-te', 'usb-cua-lanh-dao', 'ban-do-ung-dung'],
  'mai-xuan-tho': ['don-gia-nhan-cong', 'chu-ky-so-de-o-ban-van-thu', 'tong-hop-bao-cao-quy'],
  'pham-thi-hoai-thuong': ['ty-le-nop-ho', 'he-thong-da-tat', 'moi-lai-nguoi-chua-vao', 'ngay-10-10-o-xa'],
  'tran-thuy-vy': ['dan-khong-co-dien-thoai', 'buoi-khao-sat-thuc-te', 'dao-tao-312-can-bo-xa'],
  'nguyen-thu-thuy': ['khoi-phuc-thu-moi-quy', 'cach-xu-ly-bai-quang-cao', 'bai-tap-doi-chieu-kien-truc'],
  'bui-duc-anh': ['duong-truyen-xa-dao', 'thanh-ly-phong-may-huyen', 'moi-lai-nguoi-chua-vao', 'he-thong-da-tat'],
  'le-nguyen-khang': ['ban-do-ung-dung'],
  'be-van-thuan': ['van-ban-bi-tra-ve'],
};
