export { closeServer as default } from './server.mjs';
