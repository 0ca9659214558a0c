import { startProduct } from './product.ts';

/** One product for all journeys; what is returned stops it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const product = await startProduct();
  process.env['PRODUCT_ORIGIN'] = product.origin;
  return () => product.stop();
}
