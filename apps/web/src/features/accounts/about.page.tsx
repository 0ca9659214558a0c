import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MarkdownText, MarkdownTexts } from '../../components/markdown-text.js';
import { Page } from '../../components/page.js';
import { paths } from '../../lib/address.js';
import { query } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';

/** What the operator says of himself and of personal data. */
function OperatorTexts({ contact, privacy }: { contact: string; privacy: string }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={<Trans>Liên hệ</Trans>}>
        <p>{contact || t`Ban điều phối mạng lưới`}</p>
      </Section>
      {privacy && (
        <Section title={<Trans>Dữ liệu cá nhân</Trans>}>
          <MarkdownText text={privacy} />
        </Section>
      )}
      <p className="small" style={{ marginTop: '1.5rem' }}>
        <Link to={paths.rules}>
          <Trans>Quy tắc ứng xử</Trans>
        </Link>
      </p>
    </>
  );
}

/** What the network is, for whom, and what happens with personal data. Open to everybody. */
export function AboutPage() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const { data } = useQuery(query(instance.pages, {}));
  const language = i18n.locale === 'en' ? 'en' : 'vi';
  return (
    <Page title={t`Giới thiệu`}>
      <div className="prose">
        <p>
          <Trans>
            Hạt Nhân, Mạng lưới chuyên gia Chính phủ điện tử, là nơi những người làm chính phủ điện tử của Việt Nam tiếp
            tục làm việc với nhau sau khóa học: hỏi, trả lời và giữ lại những gì đã kiểm nghiệm.
          </Trans>
        </p>
        <p>
          <Trans>
            Ai xem được do người viết chọn: công khai, mọi thành viên, chỉ cơ quan nhà nước, một khóa hoặc một nhóm.
            Khách đọc được phần công khai; thành viên tham gia theo lời mời.
          </Trans>
        </p>
        <p>
          <Trans>
            Nội dung là ý kiến trao đổi nghiệp vụ, không thay văn bản hướng dẫn của cơ quan có thẩm quyền. Không đăng bí
            mật nhà nước.
          </Trans>
        </p>
        {me.instance.demo && (
          <p>
            <Trans>
              Đây là bản minh họa: người, đơn vị minh họa và số liệu đều là giả định; danh mục cơ quan là thật.
            </Trans>
          </p>
        )}
      </div>
      <MarkdownTexts waiting={t`Đang tải`}>
        {data ? (
          <OperatorTexts contact={data.contact} privacy={data.privacy[language]} />
        ) : (
          <Skeleton lines={9} label={t`Đang tải`} />
        )}
      </MarkdownTexts>
    </Page>
  );
}
