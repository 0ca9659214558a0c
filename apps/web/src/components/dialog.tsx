import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import './lists.css';

interface DialogProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A question over the page. Without the ready-made head of Mantine, which screen readers take for a second banner. */
export const Dialog = ({ title, close, children }: DialogProps) => (
  <Modal.Root opened onClose={close}>
    <Modal.Overlay />
    <Modal.Content>
      <Modal.Body>
        <Modal.Title className="dlg-title">{title}</Modal.Title>
        {children}
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
