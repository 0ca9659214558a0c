import { Trans } from '@lingui/react/macro';
import type { Me } from '@hat-nhan/contracts';
import type { ReactNode } from 'react';
import { paths } from '../../lib/address.js';

interface Entry {
  to: string;
  title: ReactNode;
  /** What can be done there, in one line. */
  about: ReactNode;
  /** Whether the caller finds something to do there. */
  open: (can: Me['can']) => boolean;
}

/** Everything that is administered in the product, once: the front page shows each entry to those who may. */
export const groups: readonly { title: ReactNode; entries: readonly Entry[] }[] = [
  {
    title: <Trans>Đơn vị và con người</Trans>,
    entries: [
      {
        to: paths.organisations,
        title: <Trans context="danh mục">Đơn vị</Trans>,
        about: <Trans>Thêm, đổi tên, sáp nhập, ghi kế thừa, giải thể: trên trang của từng đơn vị.</Trans>,
        open: (can) => can.keepRegistry,
      },
      {
        to: paths.appointments,
        title: <Trans>Người và vai trò</Trans>,
        about: <Trans>Giao vai trò, chuyên gia chủ đề, đầu mối đơn vị; ngừng và mở lại tài khoản.</Trans>,
        open: (can) => can.appoint,
      },
      {
        to: paths.joinRequests,
        title: <Trans>Đề nghị tham gia</Trans>,
        about: <Trans>Xác nhận người xin tham gia và hộp thư đã đổi.</Trans>,
        open: (can) => can.invite,
      },
      {
        to: paths.invitations,
        title: <Trans context="danh mục">Lời mời</Trans>,
        about: <Trans>Mời người mới, gửi lại hoặc thu lại lời mời.</Trans>,
        open: (can) => can.invite,
      },
    ],
  },
  {
    title: <Trans>Nội dung</Trans>,
    entries: [
      {
        to: paths.reviews,
        title: <Trans>Cần xem lại</Trans>,
        about: <Trans>Bài được báo, bài đang ẩn và quyết định đã có.</Trans>,
        open: (can) => can.review,
      },
      {
        to: paths.keptTopics,
        title: <Trans>Danh mục chủ đề</Trans>,
        about: <Trans>Tên, mô tả, thứ tự của chủ đề; thôi dùng một chủ đề.</Trans>,
        open: (can) => can.administer,
      },
      {
        to: paths.glossary,
        title: <Trans>Bảng từ viết tắt</Trans>,
        about: <Trans>Nghĩa hiện trong bài, cùng nguồn và lịch sử.</Trans>,
        open: (can) => can.keepGlossary,
      },
      {
        to: paths.texts,
        title: <Trans>Quy tắc và dữ liệu cá nhân</Trans>,
        about: <Trans>Sửa quy tắc ứng xử, thông báo và liên hệ; xem các phiên bản.</Trans>,
        open: (can) => can.administer,
      },
    ],
  },
  {
    title: <Trans>Hệ thống</Trans>,
    entries: [
      {
        to: paths.status,
        title: <Trans>Tình trạng hệ thống</Trans>,
        about: <Trans>Sao lưu, ổ đĩa, thư và việc đang chờ xử lý.</Trans>,
        open: (can) => can.administer,
      },
      {
        to: paths.calendar,
        title: <Trans>Ngày nghỉ và ngày làm bù</Trans>,
        about: <Trans>Ngày nào tính là ngày làm việc.</Trans>,
        open: (can) => can.administer,
      },
      {
        to: paths.mailTest,
        title: <Trans>Thử gửi thư</Trans>,
        about: <Trans>Gửi một thư và xem máy chủ thư trả lời gì.</Trans>,
        open: (can) => can.administer,
      },
      {
        to: paths.audit,
        title: <Trans>Nhật ký quản trị</Trans>,
        about: <Trans>Ai đã làm gì, khi nào, với lý do nào.</Trans>,
        open: (can) => can.readAudit,
      },
    ],
  },
];
