import type { appointments, Appointment, Result } from '@hat-nhan/contracts';
import { useLingui } from '@lingui/react/macro';
import { StateWord } from '../../ui/state-word.js';

type State = Result<typeof appointments.read>['state'];

/** What people are named for, in words. */
export function useAppointments(): Record<Appointment, string> {
  const { t } = useLingui();
  return {
    administrator: t`Quản trị viên`,
    coordinator: t`Điều phối viên`,
    moderator: t`Điều hành viên`,
    editor: t`Biên tập viên`,
    expert: t`Chuyên gia chủ đề`,
    representative: t`Đầu mối đơn vị`,
  };
}

/** The states of an account, in words. */
export function useAccountStates(): Record<State, string> {
  const { t } = useLingui();
  return {
    active: t({ message: 'Đang hoạt động', context: 'tài khoản' }),
    newcomer: t`Chưa đồng ý quy tắc`,
    suspended: t`Đang tạm ngừng`,
    disabled: t`Đã ngừng`,
  };
}

/** Says of an account what is out of the ordinary; of others nothing. */
export function AccountStateWord({ state }: { state: State }) {
  const words = useAccountStates()[state];
  if (state === 'active') return null;
  return state === 'newcomer' ? (
    <StateWord tone="due" icon="half">
      {words}
    </StateWord>
  ) : (
    <StateWord tone="off" icon="stop">
      {words}
    </StateWord>
  );
}
