import type { DemoPerson } from './types.js';

/** Invented people who joined later, from every kind of unit; one of them has retired meanwhile. */
export const laterPeople = [
  {
    key: 'be-van-thuan',
    name: 'Bế Văn Thuận',
    email: 'thuan.be@phugiang.example',
    bio: 'Trả lời ngắn. Cần dài thì gọi.',
    positions: [{ unit: 'skhcn-phu-giang', title: 'Phó Giám đốc', kind: 'in_office', fromDays: 491 }],
    representativeOf: 'skhcn-phu-giang',
  },
  {
    key: 'quach-thi-lua',
    name: 'Quách Thị Lụa',
    email: 'lua.quach@thanhvan.example',
    positions: [
      { unit: 'hcc-thanh-van', title: 'Chuyên viên', unitText: 'Tổ tiếp nhận', kind: 'in_office', fromDays: 298 },
    ],
  },
  {
    key: 'kim-sa-rinh',
    name: 'Kim Sa Rinh',
    prefix: 'ThS.',
    email: 'rinh.kim@tangiang.example',
    positions: [
      {
        unit: 'ttcds-tan-giang',
        title: 'Trưởng phòng',
        unitText: 'Phòng An toàn thông tin',
        kind: 'in_office',
        fromDays: 486,
      },
    ],
    canAnswer: ['Diễn tập ứng cứu sự cố'],
  },
  {
    key: 'tran-le-quyen',
    name: 'Trần Lệ Quyên',
    email: 'quyen.tran@dichvuxahoi.example',
    bio: 'Văn thư, lưu trữ. Mười bảy năm chưa làm mất văn bản nào, có thất lạc ba.',
    positions: [
      {
        unit: 'bdvxh-van-phong',
        title: 'Phó Trưởng phòng',
        unitText: 'Phòng Văn thư, Lưu trữ',
        kind: 'in_office',
        fromDays: 1391,
      },
    ],
    canAnswer: ['Văn thư, lưu trữ điện tử'],
  },
  {
    key: 'dam-quoc-thai',
    name: 'Đàm Quốc Thái',
    email: 'thai.dam@songxanh.example',
    bio: 'Kỹ sư vận hành. Công ty tôi bán dịch vụ, nên góp ý của tôi xin đọc với một mắt nhắm.',
    positions: [
      { unit: 'song-xanh', title: 'Chuyên gia', unitText: 'Nhóm Vận hành', kind: 'in_office', fromDays: 433 },
    ],
  },
  {
    key: 'lam-to-uyen',
    name: 'Lâm Tố Uyên',
    email: 'uyen.lam@luavang.example',
    positions: [
      { unit: 'lua-vang', title: 'Chuyên viên', unitText: 'Nhóm Triển khai', kind: 'in_office', fromDays: 259 },
    ],
  },
  {
    key: 'ton-that-an',
    name: 'Tôn Thất An',
    email: 'an.ton@hopthu.example',
    bio: 'Nghỉ hưu hơn nửa năm, sáng nào cũng đọc.',
    positions: [
      {
        unit: 'skhcn-nam-phong',
        title: 'Trưởng phòng',
        unitText: 'Phòng Kế hoạch',
        kind: 'retired',
        fromDays: 4386,
        toDays: 214,
      },
    ],
  },
  {
    key: 'le-nguyen-khang',
    name: 'Lê Nguyên Khang',
    prefix: 'TS.',
    email: 'khang.le@hatangso.example',
    positions: [
      {
        unit: 'bhts-cuc-cntt',
        title: 'Phó Trưởng phòng',
        unitText: 'Phòng Kiến trúc',
        kind: 'in_office',
        fromDays: 611,
      },
    ],
    canAnswer: ['Kiến trúc và rà soát dự án'],
  },
] satisfies readonly DemoPerson[];
