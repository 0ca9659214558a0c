import { useLingui } from '@lingui/react/macro';
import { PersonPicker } from '../../components/person-picker.js';
import type { MovingForm } from './moving.page.js';

interface TakerProps {
  form: MovingForm['form'];
  role: { topicId: number } | { organisationId: number };
  /** What it is called. */
  of: string;
  /** Where the colleagues are, and who leaves them. */
  among: { organisation: number; but: number };
}

/** Offers a role that hangs on the old organisation to a colleague who stays there; nobody has to be named. */
export function Taker({ form, role, of, among }: TakerProps) {
  const { t } = useLingui();
  const key = JSON.stringify(role);
  const { takers } = form.values;
  const taker = takers[key]?.personId;
  return (
    <div className="taker">
      <PersonPicker
        label={t`Đề nghị đồng nghiệp nhận: ${of}`}
        among={among}
        value={taker === undefined ? null : String(taker)}
        onChange={(id) => {
          const { [key]: _, ...others } = takers;
          form.setFieldValue('takers', id === null ? others : { ...others, [key]: { ...role, personId: Number(id) } });
        }}
      />
    </div>
  );
}
