import type { Goal } from './cases.js';
import type { Measured } from './rounds.js';

const two = (value: number) => value.toFixed(2);
const one = (value: number) => value.toFixed(1);

/** What is missed of the goals, in words; empty when all are reached. */
function missed({ connections, cpuRatio, p95Ratio, product }: Measured, goal: Goal): string {
  const misses = [
    goal.cpu !== undefined && cpuRatio > goal.cpu && `CPU > ${goal.cpu}`,
    connections === 16 && goal.p95 !== undefined && p95Ratio > goal.p95 && `p95 > ${goal.p95}`,
    goal.statements !== undefined && product.statements > goal.statements && `statements > ${goal.statements}`,
  ];
  return misses.filter(Boolean).join(', ');
}

const HEADS = [
  'case',
  'conn',
  'CPU ms',
  'node + pg',
  'floor',
  'node + pg',
  'CPU ×',
  'p50 ms',
  'p95 ms',
  'p95 ×',
  'SQL',
  'buffers',
  'goals',
];

function cells(row: Measured, goal: Goal): string[] {
  const { product, floor } = row;
  const has = Object.keys(goal).length > 0;
  return [
    row.name,
    String(row.connections),
    two(product.serverCpu + product.postgresCpu),
    `${two(product.serverCpu)} + ${two(product.postgresCpu)}`,
    two(floor.serverCpu + floor.postgresCpu),
    `${two(floor.serverCpu)} + ${two(floor.postgresCpu)}`,
    two(row.cpuRatio),
    `${one(product.p50)} / ${one(floor.p50)}`,
    `${one(product.p95)} / ${one(floor.p95)}`,
    two(row.p95Ratio),
    `${one(product.statements)} / ${one(floor.statements)}`,
    `${product.buffers.toFixed(0)} / ${floor.buffers.toFixed(0)}`,
    has ? missed(row, goal) || 'reached' : '',
  ];
}

/** The measurements as a table, product before floor. */
export function table(rows: Measured[], goals: Map<string, Goal>): string {
  const lines = [HEADS, ...rows.map((row) => cells(row, goals.get(row.name) ?? {}))];
  const widths = HEADS.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const round = (value: number) => Math.round(value * 100) / 100;

/** One JSON line of a case. */
export const jsonLine = (row: Measured): string =>
  JSON.stringify({
    name: row.name,
    connections: row.connections,
    cpu_ratio: round(row.cpuRatio),
    p95_ratio: round(row.p95Ratio),
    statements: round(row.product.statements),
    cpu_ms: round(row.product.serverCpu + row.product.postgresCpu),
    p50_ms: round(row.product.p50),
    p95_ms: round(row.product.p95),
    buffers: round(row.product.buffers),
    buffers_read: round(row.product.read),
    floor: {
      cpu_ms: round(row.floor.serverCpu + row.floor.postgresCpu),
      p50_ms: round(row.floor.p50),
      p95_ms: round(row.floor.p95),
      statements: round(row.floor.statements),
      buffers: round(row.floor.buffers),
    },
  });
