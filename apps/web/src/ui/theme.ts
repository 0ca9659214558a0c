import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades of each colour; none is seen, mantine.css binds every name to a token.
const shades = (colour: string): MantineColorsTuple => [
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
  colour,
];

/** Mantine as this product uses it: sizes, variants and class names; colours and lines stand in mantine.css. `close` is the word of its closing crosses. */
export const themeWith = (close: string) =>
  createTheme({
    colors: { jade: shades('#0F5C55'), clay: shades('#9B3D1F') },
    primaryColor: 'jade',
    defaultRadius: 'sm',
    fontFamily: 'var(--font)',
    respectReducedMotion: true,
    cursorType: 'pointer',
    // Plain objects instead of `Button.extend(…)`: that would pull every component into the first chunk.
    components: {
      Button: {
        defaultProps: { variant: 'default', size: 'sm', loaderProps: { size: '1em', type: 'oval' } },
        classNames: {
          root: 'btn',
          inner: 'btn-inner',
          label: 'btn-label',
          section: 'btn-section',
          loader: 'btn-loader',
        },
      },
      Input: { classNames: { wrapper: 'in', input: 'in-field' } },
      InputWrapper: {
        defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] },
        classNames: { label: 'in-label', description: 'in-hint', error: 'in-err' },
      },
      Checkbox: { defaultProps: { size: 'sm' } },
      Radio: { defaultProps: { size: 'sm' } },
      Modal: {
        defaultProps: {
          size: '42rem',
          transitionProps: { duration: 100 },
          yOffset: '4.5rem',
          closeButtonProps: { 'aria-label': close },
        },
        classNames: { content: 'dlg', header: 'dlg-head', title: 'dlg-title' },
      },
      Menu: {
        defaultProps: { transitionProps: { duration: 0 }, position: 'bottom-end' },
        classNames: { dropdown: 'menu', item: 'menu-item', label: 'menu-label' },
      },
    },
  });
