import { closeServer, openServer } from './server.mjs';

export default async function setUp() {
  try {
    await openServer();
  } catch (error) {
    await closeServer();
    throw error;
  }
}
