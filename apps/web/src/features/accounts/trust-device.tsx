import { useLingui } from '@lingui/react/macro';
import { Checkbox, type CheckboxProps } from '@mantine/core';

/** Whether this device is the person's own. Never ticked beforehand: a shared office machine forgets after eight hours. */
export function TrustDevice(props: CheckboxProps) {
  const { t } = useLingui();
  return (
    <Checkbox
      label={t`Ghi nhớ máy này`}
      description={t`Chỉ chọn trên máy riêng: 30 ngày không dùng mới phải đăng nhập lại.`}
      {...props}
    />
  );
}
