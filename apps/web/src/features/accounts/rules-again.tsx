import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { query, useSend } from '../../lib/query.js';
import { instance, sessions } from '../../lib/routes.js';
import { useSignedIn } from '../../lib/session.js';
import { Scrolls } from '../../ui/scrolls.js';
import { RulesTexts } from './rules-texts.js';
import './accounts.css';

interface RulesAgainProps {
  close: () => void;
  /** Goes on with what was refused. */
  agreed: () => void;
}

/** The new version of the rules, over the page: what stands there stays as it is. */
export function RulesAgain({ close, agreed }: RulesAgainProps) {
  const { t } = useLingui();
  const texts = useQuery({ ...query(instance.pages, {}), staleTime: 0 });
  const takeOver = useSignedIn();
  const accept = useSend(sessions.acceptRules, {
    // Another version was saved while this one was read: it stands there then, to be read.
    invalidates: [instance.pages],
    onDone: (me) =>
      void takeOver(me).then(() => {
        close();
        agreed();
      }),
  });
  return (
    <Dialog title={t`Quy tắc đã thay đổi`} close={close}>
      <div className="stack">
        <p>
          <Trans>Đọc lại và đồng ý thì làm tiếp được. Nội dung đã viết vẫn còn trên trang.</Trans>
        </p>
        {texts.data && !texts.isFetching ? (
          <Scrolls className="rules-again" label={t`Quy tắc ứng xử`}>
            <RulesTexts texts={texts.data} />
          </Scrolls>
        ) : (
          <Waiting on={texts} lines={6} />
        )}
        <ProblemLine error={accept.error} />
        <div className="btns">
          <Button
            variant="filled"
            disabled={!texts.data}
            loading={accept.isPending}
            onClick={() => texts.data && accept.mutate({ version: texts.data.version, consents: [] })}
          >
            <Trans>Đồng ý quy tắc và tiếp tục</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Để sau</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
