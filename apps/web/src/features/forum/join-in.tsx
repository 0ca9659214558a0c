import type { Thread } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import { useHere } from '../../components/problem-view.js';
import { paths } from '../../lib/address.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Section } from '../../ui/section.js';

/** Where a visitor would answer: the sign-in that returns here. */
export function JoinIn({ thread }: { thread: Thread }) {
  const here = useHere();
  if (thread.state !== 'open' && thread.state !== 'resolved') return null;
  return (
    <Section title={<Trans>Viết câu trả lời</Trans>}>
      <div className="stack">
        <p className="soft measure">
          <Trans>
            Thành viên trả lời, góp ý và đánh dấu hữu ích. Nội dung đang viết dở hiện lại sau khi đăng nhập.
          </Trans>
        </p>
        <ButtonLink variant="filled" to={paths.signInFrom(here)}>
          <Trans>Đăng nhập để trả lời</Trans>
        </ButtonLink>
      </div>
    </Section>
  );
}
