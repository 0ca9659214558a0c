import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog.js';
import { MarkdownText, MarkdownTexts } from '../../components/markdown-text.js';
import { Waiting } from '../../components/problem-view.js';
import { query } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { Section } from '../../ui/section.js';

/** The texts as one version said them. */
export function TextVersion({ version, close }: { version: number; close: () => void }) {
  const { t, i18n } = useLingui();
  const answer = useQuery(query(instance.readTextVersion, { id: version }));
  const english = i18n.locale === 'en';
  return (
    <Dialog title={t`Phiên bản ${version}`} close={close}>
      <div className="dialog">
        {!answer.data && <Waiting on={answer} />}
        {answer.data && (
          <MarkdownTexts waiting={t`Đang tải`}>
            <MarkdownText text={english ? answer.data.rulesEn : answer.data.rulesVi} />
            <Section title={<Trans>Dữ liệu cá nhân</Trans>}>
              <MarkdownText text={english ? answer.data.privacyEn : answer.data.privacyVi} />
            </Section>
          </MarkdownTexts>
        )}
        <div className="btns">
          <Button onClick={close}>
            <Trans>Xong</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
