import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.js';
import { ProblemLine, Waiting } from '../../components/problem-view.js';
import { useReturn } from '../../lib/address.js';
import { query, useSend } from '../../lib/query.js';
import { instance, sessions } from '../../lib/routes.js';
import { useMe, useSignedIn } from '../../lib/session.js';
import { Section } from '../../ui/section.js';
import { ConsentChoices, type Purpose } from './consent-choices.js';
import { RulesTexts } from './rules-texts.js';

/** The first sign-in: rules, privacy notice, a consent per purpose, none ticked beforehand. Later it only shows the texts. */
export function RulesPage() {
  const { t } = useLingui();
  const { person } = useMe();
  const texts = useQuery(query(instance.pages, {}));
  const [consents, setConsents] = useState<Purpose[]>([]);
  const back = useReturn();
  const navigate = useNavigate();
  const takeOver = useSignedIn();
  const accept = useSend(sessions.acceptRules, {
    // Another version was saved while this one was read: it stands there then, to be read.
    invalidates: [instance.pages],
    onDone: (me) => void takeOver(me).then(() => navigate({ href: back, replace: true })),
  });
  if (!texts.data) return <Waiting on={texts} />;
  const asks = person !== null && !person.rulesAccepted;
  const { version } = texts.data;
  return (
    <Page
      title={t`Quy tắc ứng xử`}
      lede={
        asks &&
        (person.rulesChanged ? (
          <Trans>Quy tắc hoặc thông báo về dữ liệu cá nhân đã thay đổi. Đọc lại, đồng ý rồi tiếp tục.</Trans>
        ) : (
          <Trans>Đọc một lần, đồng ý rồi vào mạng lưới. Khi quy tắc thay đổi, mạng lưới đề nghị đồng ý lại.</Trans>
        ))
      }
    >
      <RulesTexts texts={texts.data}>
        {asks && (
          <Section
            title={person.rulesChanged ? <Trans>Đồng ý lại</Trans> : <Trans>Đồng ý theo từng mục đích</Trans>}
            hint={
              person.rulesChanged ? (
                <Trans>những gì đã đồng ý theo từng mục đích vẫn giữ nguyên</Trans>
              ) : (
                <Trans>không bắt buộc, đổi được sau</Trans>
              )
            }
          >
            <div className="stack">
              {!person.rulesChanged && <ConsentChoices given={consents} onChange={setConsents} />}
              {accept.error && <ProblemLine error={accept.error} />}
              <Button variant="filled" loading={accept.isPending} onClick={() => accept.mutate({ version, consents })}>
                <Trans>Đồng ý quy tắc và tiếp tục</Trans>
              </Button>
            </div>
          </Section>
        )}
      </RulesTexts>
    </Page>
  );
}
