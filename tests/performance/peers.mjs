// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out a graph with elkjs or dagre for the bench: node peers.mjs elkjs|dagre GRAPH.json
// Prints { ms, width, height, lines }, the time being that of the layout alone.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { cwd } from 'node:process'

const require = createRequire(cwd() + '/')
const [, , peer, file] = process.argv
const graph = JSON.parse(readFileSync(file, 'utf8'))

async function elkjs() {
  const ELK = require('elkjs/lib/elk.bundled.js')
  const input = {
    id: 'graph',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
    },
    children: Array.from({ length: graph.nodes }, (_, i) => ({
      id: `n${i}`, width: graph.width, height: graph.height,
    })),
    edges: graph.edges.map(([source, target], i) => ({
      id: `e${i}`, sources: [`n${source}`], targets: [`n${target}`],
    })),
  }
  const begin = performance.now()
  const drawn = await new ELK().layout(input)
  const ms = performance.now() - begin
  const lines = drawn.edges.map(({ sections: [section] }) =>
    [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => [x, y]))
  return { ms, width: drawn.width, height: drawn.height, lines }
}

function dagre() {
  const { graphlib, layout } = require('@dagrejs/dagre')
  const drawn = new graphlib.Graph({ multigraph: true })
  drawn.setGraph({ rankdir: 'LR' })
  for (let i = 0; i < graph.nodes; ++i)
    drawn.setNode(`${i}`, { width: graph.width, height: graph.height })
  graph.edges.forEach(([source, target], i) => drawn.setEdge(`${source}`, `${target}`, {}, `${i}`))
  const begin = performance.now()
  layout(drawn)
  const ms = performance.now() - begin
  const lines = graph.edges.map(([source, target], i) =>
    drawn.edge(`${source}`, `${target}`, `${i}`).points.map(({ x, y }) => [x, y]))
  return { ms, width: drawn.graph().width, height: drawn.graph().height, lines }
}

console.log(JSON.stringify(peer === 'elkjs' ? await elkjs() : dagre()))
