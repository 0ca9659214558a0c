import type { DemoPerson } from './types.js';

/** Invented people of Hải Lâm, Phú Giang and Nam Phong. */
export const secondProvincePeople = [
  {
    key: 'truong-thi-hong-van',
    name: 'Trương Thị Hồng Vân',
    email: 'van.truong@hailam.example',
    positions: [
      { unit: 'skhcn-hai-lam', title: 'Trưởng phòng', unitText: 'Phòng Hạ tầng số', kind: 'in_office', fromDays: 501 },
    ],
    canAnswer: ['Rà soát căn cứ khi văn bản thay đổi'],
    representativeOf: 'skhcn-hai-lam',
  },
  {
    key: 'doan-van-ky',
    name: 'Đoàn Văn Kỳ',
    email: 'ky.doan@hailam.example',
    positions: [{ unit: 'skhcn-hai-lam', title: 'Phó Giám đốc', kind: 'in_office', fromDays: 509 }],
  },
  {
    key: 'dang-hoang-phuc',
    name: 'Đặng Hoàng Phúc',
    email: 'phuc.dang@hailam.example',
    bio: 'Trước ở Bộ Hạ tầng số, về Hải Lâm hơn một năm nay. Bài viết cũ về chuyển lên đám mây xin hỏi tôi, nhưng số liệu nay do trung tâm giữ.',
    positions: [
      { unit: 'ttcds-hai-lam', title: 'Giám đốc', kind: 'in_office', fromDays: 397 },
      {
        unit: 'bhts-tt-du-lieu',
        title: 'Trưởng phòng',
        unitText: 'Phòng Vận hành',
        kind: 'former',
        fromDays: 2916,
        toDays: 401,
      },
    ],
    expertOf: ['du-lieu'],
    canAnswer: ['Tắt hệ thống cũ', 'Chuyển hệ thống lên đám mây'],
    contactVisible: true,
  },
  {
    key: 'cao-xuan-sang',
    name: 'Cao Xuân Sáng',
    email: 'sang.cao@hailam.example',
    positions: [
      { unit: 'ttcds-hai-lam', title: 'Chuyên viên', unitText: 'Phòng Kỹ thuật', kind: 'in_office', fromDays: 361 },
    ],
  },
  {
    key: 'ngo-thi-que',
    name: 'Ngô Thị Quế',
    email: 'que.ngo@hailam.example',
    positions: [{ unit: 'hcc-hai-lam', title: 'Phó Giám đốc', kind: 'in_office', fromDays: 477 }],
  },
  {
    key: 'dang-thi-tuyet-mai',
    name: 'Đặng Thị Tuyết Mai',
    email: 'mai.dang@phugiang.example',
    positions: [
      {
        unit: 'skhcn-phu-giang',
        title: 'Chuyên viên',
        unitText: 'Phòng Chuyển đổi số',
        kind: 'in_office',
        fromDays: 439,
      },
    ],
  },
  {
    key: 'luong-duc-toan',
    name: 'Lương Đức Toản',
    email: 'toan.luong@phugiang.example',
    positions: [
      {
        unit: 'ttcds-phu-giang',
        title: 'Trưởng phòng',
        unitText: 'Phòng Vận hành hạ tầng',
        kind: 'in_office',
        fromDays: 498,
      },
    ],
  },
  {
    key: 'ha-van-thu',
    name: 'Hà Văn Thụ',
    email: 'thu.ha@phugiang.example',
    positions: [{ unit: 'hcc-phu-giang', title: 'Giám đốc', kind: 'in_office', fromDays: 471 }],
    expertOf: ['dich-vu-cong-truc-tuyen'],
    canAnswer: ['Tổ chức quầy một cửa cấp xã'],
    representativeOf: 'hcc-phu-giang',
  },
  {
    key: 'trieu-thi-may',
    name: 'Triệu Thị Mẩy',
    email: 'may.trieu@phugiang.example',
    positions: [
      { unit: 'ttcds-phu-giang', title: 'Chuyên viên', unitText: 'Tổ dữ liệu', kind: 'in_office', fromDays: 223 },
    ],
  },
  {
    key: 'nguyen-thi-minh-chau',
    name: 'Nguyễn Thị Minh Châu',
    prefix: 'ThS.',
    email: 'chau.nguyen@namphong.example',
    bio: 'Theo các hợp đồng thuê dịch vụ của thành phố từ gói đầu tiên. Quan tâm nhất là phần chấm dứt hợp đồng.',
    positions: [
      {
        unit: 'skhcn-nam-phong',
        title: 'Trưởng phòng',
        unitText: 'Phòng Quản lý công nghệ thông tin',
        kind: 'in_office',
        fromDays: 1873,
      },
    ],
    expertOf: ['thue-dich-vu-cntt'],
    canAnswer: ['Điều khoản chấm dứt hợp đồng thuê', 'Thuê theo đơn giá hồ sơ', 'Nghiệm thu dịch vụ hằng quý'],
    contactVisible: true,
    signIn: 'expert',
  },
  {
    key: 'do-trung-kien',
    name: 'Đỗ Trung Kiên',
    email: 'kien.do@namphong.example',
    positions: [{ unit: 'ttcds-nam-phong', title: 'Phó Giám đốc', kind: 'in_office', fromDays: 914 }],
    canAnswer: ['Nhận bàn giao dữ liệu từ nhà thầu'],
  },
  {
    key: 'pham-gia-lam',
    name: 'Phạm Gia Lâm',
    email: 'lam.pham@namphong.example',
    positions: [
      { unit: 'ttcds-nam-phong', title: 'Chuyên viên', unitText: 'Phòng Dữ liệu', kind: 'in_office', fromDays: 347 },
    ],
  },
  {
    key: 'ho-thi-dieu-hien',
    name: 'Hồ Thị Diệu Hiền',
    email: 'hien.ho@namphong.example',
    positions: [
      {
        unit: 'hcc-nam-phong',
        title: 'Phó Trưởng phòng',
        unitText: 'Phòng Kiểm soát thủ tục hành chính',
        kind: 'in_office',
        fromDays: 688,
      },
    ],
    canAnswer: ['Đo tỷ lệ nộp hộ'],
  },
  {
    key: 'vuong-dinh-nghia',
    name: 'Vương Đình Nghĩa',
    email: 'nghia.vuong@namphong.example',
    positions: [
      {
        unit: 'stc-nam-phong',
        title: 'Trưởng phòng',
        unitText: 'Phòng Tài chính hành chính sự nghiệp',
        kind: 'in_office',
        fromDays: 1126,
      },
    ],
  },
] satisfies readonly DemoPerson[];
