import { useLingui } from '@lingui/react/macro';
import type { RichTextEditorLabels } from '@mantine/tiptap';
import { useMemo } from 'react';

/** The names of the editor's buttons, in the language of the page. */
export function useEditorLabels(): Partial<RichTextEditorLabels> {
  const { t } = useLingui();
  return useMemo(
    () => ({
      boldControlLabel: t`Chữ đậm`,
      italicControlLabel: t`Chữ nghiêng`,
      h3ControlLabel: t`Đề mục`,
      linkControlLabel: t`Liên kết`,
      bulletListControlLabel: t`Danh sách`,
      orderedListControlLabel: t`Danh sách đánh số`,
      blockquoteControlLabel: t`Trích dẫn`,
      undoControlLabel: t`Hoàn tác`,
      redoControlLabel: t`Làm lại`,
      linkEditorInputLabel: t`Địa chỉ liên kết`,
      linkEditorInputPlaceholder: 'https://',
      linkEditorExternalLink: t`Mở ở cửa sổ mới`,
      linkEditorInternalLink: t`Mở ở cửa sổ này`,
      linkEditorSave: t`Lưu`,
      tableInsertControlLabel: t`Chèn bảng`,
      tableInsertLabel: (columns: number, rows: number) => t`Bảng ${columns} cột, ${rows} hàng`,
      tableDeleteControlLabel: t`Xóa bảng`,
      tableColumnAfterControlLabel: t`Thêm cột bên phải`,
      tableColumnDeleteControlLabel: t`Xóa cột`,
      tableRowAfterControlLabel: t`Thêm hàng bên dưới`,
      tableRowDeleteControlLabel: t`Xóa hàng`,
    }),
    [t],
  );
}
