import { Button, type ButtonProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface ButtonLinkProps extends Pick<ButtonProps, 'variant' | 'size' | 'leftSection' | 'color'> {
  to: string;
  children: ReactNode;
}

/** A link that looks like a button: for going somewhere. What changes something is a `Button`. */
export const ButtonLink = ({ to, children, ...look }: ButtonLinkProps) => (
  <Button {...look} renderRoot={(props) => <Link {...props} to={to} />}>
    {children}
  </Button>
);
