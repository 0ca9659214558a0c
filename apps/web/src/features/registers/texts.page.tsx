import type { instance as contract, Result } from '@hat-nhan/contracts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { later } from '../../components/later.js';
import { Page } from '../../components/page.js';
import { FormProblem, NotFound, Waiting } from '../../components/problem-view.js';
import { textsOf, TwoVersions, useVersions, type Shown } from '../../components/two-versions.js';
import { useContractForm } from '../../lib/contract-form.js';
import { useFormat } from '../../lib/format.js';
import { query } from '../../lib/query.js';
import { instance } from '../../lib/routes.js';
import { useCan } from '../../lib/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { notify } from '../../ui/notify.js';
import { Row, Rows } from '../../ui/rows.js';
import { Section } from '../../ui/section.js';

type Texts = Result<typeof contract.readTexts>;
const NAMES = ['rulesVi', 'rulesEn', 'privacyVi', 'privacyEn', 'contact'] as const;
type Values = Record<(typeof NAMES)[number] | 'note', string> & { asks: boolean };

const TextVersion = later(async () => (await import('./text-version.js')).TextVersion);

function TextsForm({ texts }: { texts: Texts }) {
  const { t } = useLingui();
  const { rulesVi, rulesEn, privacyVi, privacyEn, contact } = texts;
  const versions = useVersions<Values>(texts.version, (current) => textsOf(current, NAMES));
  const { form, submit, send } = useContractForm(instance.saveTexts, {
    initialValues: { rulesVi, rulesEn, privacyVi, privacyEn, contact, note: '', asks: false } as Values,
    input: (values) => values,
    ifMatch: versions.ifMatch,
    onProblem: versions.onProblem,
    invalidates: [instance.readTexts, instance.pages],
    onDone: ({ version }) => {
      versions.saved(version);
      form.setValues({ note: '', asks: false });
      void notify({ message: t`Đã lưu phiên bản mới.` });
    },
  });
  const long = { autosize: true, minRows: 6, maxRows: 18 };
  const fields: Shown<Values>[] = [
    ['rulesVi', t`Quy tắc ứng xử, tiếng Việt`],
    ['rulesEn', t`Quy tắc ứng xử, tiếng Anh`],
    ['privacyVi', t`Dữ liệu cá nhân, tiếng Việt`],
    ['privacyEn', t`Dữ liệu cá nhân, tiếng Anh`],
    ['contact', t`Liên hệ`],
  ];
  return (
    <form className="fields" style={{ maxWidth: '46rem' }} onSubmit={submit} noValidate>
      <Textarea label={t`Quy tắc ứng xử, tiếng Việt`} {...long} {...form.getInputProps('rulesVi')} />
      <Textarea label={t`Quy tắc ứng xử, tiếng Anh`} {...long} {...form.getInputProps('rulesEn')} />
      <Textarea label={t`Dữ liệu cá nhân, tiếng Việt`} {...long} {...form.getInputProps('privacyVi')} />
      <Textarea label={t`Dữ liệu cá nhân, tiếng Anh`} {...long} {...form.getInputProps('privacyEn')} />
      <TextInput label={t`Liên hệ`} {...form.getInputProps('contact')} />
      <TextInput
        label={t`Đổi gì trong phiên bản này`}
        description={t`Ghi vào danh sách phiên bản.`}
        autoComplete="off"
        {...form.getInputProps('note')}
      />
      <Checkbox
        label={t`Đề nghị mọi thành viên đồng ý lại ở lần vào tới`}
        description={t`Dùng khi nghĩa vụ hoặc mục đích xử lý dữ liệu thay đổi, không dùng khi chỉ sửa câu chữ.`}
        {...form.getInputProps('asks', { type: 'checkbox' })}
      />
      {versions.theirs ? (
        <TwoVersions versions={versions} form={form} send={send} fields={fields} />
      ) : (
        <FormProblem error={send.error} />
      )}
      <div className="btns">
        <Button type="submit" variant="filled" loading={send.isPending} disabled={versions.theirs !== undefined}>
          <Trans>Lưu phiên bản mới</Trans>
        </Button>
      </div>
    </form>
  );
}

/** Rules of conduct, privacy notice and contact (/quan-tri/quy-tac), with every version that they have had. */
export function TextsPage() {
  const { t } = useLingui();
  const format = useFormat();
  const [shown, setShown] = useState<number | null>(null);
  const may = useCan('administer');
  const answer = useQuery({ ...query(instance.readTexts, {}), enabled: may });
  if (!may) return <NotFound />;
  if (!answer.data) return <Waiting on={answer} lines={12} />;
  const { versions } = answer.data;
  return (
    <Page
      title={t`Quy tắc và dữ liệu cá nhân`}
      lede={<Trans>Viết bằng Markdown. Mỗi lần lưu là một phiên bản; phiên bản trước vẫn xem lại được.</Trans>}
    >
      <Section title={<Trans>Phiên bản {answer.data.version}</Trans>}>
        <TextsForm texts={answer.data} />
      </Section>
      <Section title={<Trans>Các phiên bản</Trans>}>
        {versions.length === 0 && (
          <EmptyState title={<Trans>Chưa có thay đổi nào</Trans>}>
            <Trans>Đang dùng nội dung có sẵn. Phiên bản lưu từ nay hiện ở đây.</Trans>
          </EmptyState>
        )}
        {versions.length > 0 && (
          <Rows label={t`Các phiên bản`}>
            {versions.map(({ version, note, asks, by, at }) => (
              <Row
                key={version}
                act={
                  <Button size="xs" onClick={() => setShown(version)}>
                    <Trans>Xem</Trans>
                    <span className="vh">: {version}</span>
                  </Button>
                }
              >
                <span className="ttl">
                  {version}. {note || <Trans>Bản có trước lần sửa đầu tiên</Trans>}
                </span>
                <div className="meta">
                  <span>{format.moment(at)}</span>
                  {by && <span>{by}</span>}
                  {asks && (
                    <span>
                      <Trans>thành viên đồng ý lại</Trans>
                    </span>
                  )}
                </div>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
      {shown !== null && <TextVersion version={shown} close={() => setShown(null)} />}
    </Page>
  );
}
