import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';

/** Nothing waits: what to begin with. `known`: he has been here before, so the four steps are told shorter. */
export function FirstSteps({ known }: { known: boolean }) {
  if (known) {
    return (
      <Section title={<Trans>Việc cần xử lý</Trans>}>
        <p className="soft">
          <Trans>
            Không có việc nào đang chờ. <Link to={paths.unanswered}>Xem câu hỏi chưa có câu trả lời</Link>
          </Trans>
        </p>
      </Section>
    );
  }
  return (
    <Section title={<Trans>Việc cần xử lý</Trans>} hint={<Trans>chưa có việc nào; bốn bước đầu tiên</Trans>}>
      <ol className="home-steps">
        <li>
          <b>
            <Trans>Chọn chủ đề có thể trả lời</Trans>
          </b>
          <p className="small soft">
            <Trans>Câu hỏi mới thuộc chủ đề đó sẽ hiện ở đây khi chưa có câu trả lời.</Trans>
          </p>
          <ButtonLink to={paths.settings} size="xs" variant="filled">
            <Trans>Chọn chủ đề</Trans>
          </ButtonLink>
        </li>
        <li>
          <b>
            <Trans>Đặt câu hỏi đang vướng</Trans>
          </b>
          <p className="small soft">
            <Trans>Người hỏi chọn ai xem được: công khai, mọi thành viên hay chỉ cơ quan nhà nước.</Trans>
          </p>
          <ButtonLink to={paths.ask} size="xs">
            <Trans>Đặt câu hỏi</Trans>
          </ButtonLink>
        </li>
        <li>
          <b>
            <Trans>Đọc những gì đã được giải đáp</Trans>
          </b>
          <p className="small soft">
            <Trans>Theo dõi một câu hỏi để biết khi có câu trả lời mới.</Trans>
          </p>
          <ButtonLink to={`${paths.threads}?state=resolved`} size="xs">
            <Trans>Xem câu hỏi đã giải đáp</Trans>
          </ButtonLink>
        </li>
        <li>
          <b>
            <Trans>Giữ lối vào khi đổi máy, đổi đơn vị</Trans>
          </b>
          <p className="small soft">
            <Trans>Thêm địa chỉ thư thứ hai; muốn vào bằng một lần chạm thì thêm passkey.</Trans>
          </p>
          <ButtonLink to={paths.settings} size="xs">
            <Trans>Thêm địa chỉ thư</Trans>
          </ButtonLink>
        </li>
      </ol>
    </Section>
  );
}
