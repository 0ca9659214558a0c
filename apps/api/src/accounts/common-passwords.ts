import { fold } from '@hat-nhan/vietnamese';

// What people choose when they are asked for a password, here and elsewhere: lower case, without marks and spaces.
const WORDS = `
matkhau matkhaumoi matkhaucu matkhaudai matkhaucuatoi matkhaubimat khongcomatkhau khongnho quenmatkhau nhapmatkhau doimatkhau
anhyeuem emyeuanh yeuemnhieu yeuanhnhieu yeuem yeuanh toiyeuvietnam yeuvietnam vietnamvodich vodich vietnam vietnamese hanoi saigon
tphcm hochiminh thanhphohochiminh danang haiphong cantho hue quangninh nghean thanhhoa dongnai binhduong khanhhoa lamdong
doclaptudohanhphuc conghoaxahoichunghiavietnam chuyendoiso chinhphudientu chinhphuso chinhquyen congnghethongtin congnghe
thongtin cntt tinhoc sokhoahocvacongnghe sothongtin trungtam vanphong uyban ubnd bonganh cucchuyendoiso hatnhan mangluoichuyengia
mangluoi chuyengia dichvucong motcua hanhchinh coquan donvi nhanvien canbo congchuc vienchuc chuyenvien truongphong phophong
giamdoc phogiamdoc lanhdao quantri quantrivien quanly nguoidung taikhoan dangnhap dangky thanhvien khachhang
concho conmeo convoi congai contrai giadinh chame bome bonamme nguoiyeu banbe thayco hocsinh sinhvien truonghoc
nguyen nguyenvan nguyenthi tranvan tranthi levan lethi phamvan phamthi hoang hoangvan phan vuvan dangvan buivan dovan hovan ngo duong
mothaibabonnam motnghin motmotmot khongkhongkhong batdau ketthuc xinchao chaoban camon tamtiet hanhphuc mayman phattai phatloc
tienbac nhieutien giausang chucmungnammoi nammoi tetnguyendan bongda manchester chelsea arsenal barcelona realmadrid liverpool juventus
password passwords passw0rd p4ssword passcode passphrase mypassword newpassword thepassword changeme changeit letmein welcome
welcomehome login logon signin signup account username user guest admin administrator root superuser system sysadmin manager
master default temp temporary test testing tester demo sample example public private secret topsecret secure security
qwerty qwertyuiop qwertyui qwert qazwsx qazwsxedc zaqxsw asdfgh asdfghjkl asdf asdfasdf zxcvbn zxcvbnm azerty dvorak poiuytrewq lkjhgfdsa
mnbvcxz abcdef abcdefg abcdefgh abcdefghij abcd abcabc iloveyou iloveu ilovevietnam loveyou lovely forever princess sunshine
rainbow shadow monkey dragon tiger lion eagle phoenix butterfly flower summer winter spring autumn monday friday january december
football baseball basketball soccer hockey superman batman spiderman ironman starwars pokemon naruto doraemon pikachu
computer internet google facebook youtube zalo tiktok gmail yahoo hotmail outlook microsoft windows office apple iphone samsung
android nokia sony laptop server database oracle mysql postgres cisco linux ubuntu debian network router
michael jordan jennifer jessica ashley daniel thomas charlie andrew robert george hunter matthew joshua nicole michelle
freedom whatever trustno nothing something anything everything unknown hello hellohello helloworld goodmorning goodnight goodluck
money dollar bitcoin crypto gold silver diamond crystal angel heaven jesus buddha family friend friends mother father
correcthorsebatterystaple opensesame openup access granted supersecret verysecret nopassword thisisapassword thisismypassword
`
  .split(/\s+/)
  .filter(Boolean)
  .toSorted((a, b) => b.length - a.length);

const SEQUENCES = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
];
/** Letters and digits that must be left when everything guessable is taken out. */
const LEAST_LEFT = 6;

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Runs of four and more of an alphabet or of the digits, either way round. */
function withoutSequences(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && SEQUENCES.some((run) => run.includes(text.slice(at, at + length + 1))))
      length++;
    left += length >= 4 ? ' ' : text.slice(at, at + length);
    at += length;
  }
  return left;
}

/**
 * Whether a password, though long, is easy to guess: made of words of the list, of the person's own name and address,
 * of years, runs and repetitions. `own` is what anybody knows of him.
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  const text = plain(password);
  if (/^(.{1,7}?)\1+$/su.test(text)) return true;
  const known = own
    .flatMap((part) => [plain(part), ...part.split(/[\s@._-]+/).map(plain)])
    .filter((part) => part.length >= 3);
  let left = text;
  for (const word of [...known.toSorted((a, b) => b.length - a.length), ...WORDS]) left = left.replaceAll(word, ' ');
  left = withoutSequences(left)
    .replace(/(?:19|20)\d\d/gu, ' ')
    .replace(/(.)\1{2,}/gu, ' ')
    .replaceAll(' ', '');
  return left.length < LEAST_LEFT;
}
