import { useMemo } from 'react'
import type { FindingView } from '../../../src/api/types.js'
import { useManyFindings, useRegister } from '../api/queries.js'
import { MoreButton } from '../parts/MoreButton.js'
import { Failed, Waiting } from '../parts/states.js'
import { useAddress } from '../parts/use-address.js'
import { useTitle } from '../parts/use-title.js'
import { PartyFacet, PeriodFacet, TextFacet } from '../registers/facets.js'
import { groupFigures } from '../registers/figure-groups.js'
import type { FigureView } from '../registers/figure-groups.js'
import {
  FIGURE_FILE_COLUMNS,
  FigureGroupView,
  figureColumns,
  isTrouble,
} from '../registers/FigureGroupView.js'
import { NothingKept } from '../registers/NothingKept.js'
import { fileColumns } from '../registers/RegisterTable.js'
import { ViewTools } from '../registers/ViewTools.js'
import { namesIn } from '../words/parties.js'
import { counted, plain } from '../words/phrases.js'

const FACETS = ['text', 'party', 'type', 'from', 'to'] as const

/** The register of figures by indicator: what each says of whom, who claims it, and where they differ. */
export function FiguresPage() {
  useTitle('Figures')
  return (
    <div className="page page-wide">
      <h1>Figures</h1>
      <p className="lead">
        Every number that the reports give, by what it measures. A ring marks figures that differ,
        or that do not add up; each opens its words.
      </p>
      <search className="register-filters">
        <TextFacet name="text" label="Words" placeholder="Words in or about the figure" />
        <PartyFacet />
        <PeriodFacet />
      </search>
      <FigureRegister />
    </div>
  )
}

function FigureRegister() {
  const { params } = useAddress()
  const list = useRegister({
    kind: 'figure',
    ...Object.fromEntries(FACETS.map((name) => [name, params.get(name) || null])),
  })
  const findingsOf = useFindingsByRecord()
  const nameOf = useMemo(
    () => namesIn(list.data?.pages.flatMap((page) => page.parties) ?? []),
    [list.data],
  )
  if (list.isPending) return <Waiting lines={9} />
  if (list.isError && !list.data)
    return <Failed error={list.error} retry={() => void list.refetch()} />
  const figures = list.data.pages.flatMap((page) => page.items as readonly FigureView[])
  if (figures.length === 0) return <NothingKept noun="figure" facets={FACETS} />
  const groups = groupFigures(figures)
  const differing = figures.filter(({ id }) => findingsOf(id).some(isTrouble)).length
  const columns = [...FIGURE_FILE_COLUMNS, ...fileColumns(figureColumns(nameOf, findingsOf))]
  return (
    <div aria-busy={list.isPlaceholderData}>
      <ViewTools
        name="chancery-figures"
        columns={columns}
        rows={groups.flatMap((group) => group.figures)}
        said={`${counted(figures.length, 'figure')}, ${differing} of which ${differing === 1 ? 'differs' : 'differ'}`}
        partial={list.hasNextPage}
      />
      <IndicatorLinks groups={groups} />
      {groups.map((group) => (
        <FigureGroupView
          key={`${group.indicator} ${group.unit}`}
          group={group}
          nameOf={nameOf}
          findingsOf={findingsOf}
        />
      ))}
      <MoreButton list={list} noun="figures" />
    </div>
  )
}

/** The indicators as buttons: pressed, only its figures are shown. */
function IndicatorLinks({ groups }: { groups: ReturnType<typeof groupFigures> }) {
  const { params, change } = useAddress()
  const chosen = params.get('type')
  const counts = new Map<string, number>()
  for (const { indicator, figures } of groups)
    if (indicator !== null) counts.set(indicator, (counts.get(indicator) ?? 0) + figures.length)
  return (
    <fieldset className="press-list">
      <legend className="visually-hidden">Indicator</legend>
      {[...counts].map(([indicator, count]) => (
        <button
          key={indicator}
          type="button"
          className="press"
          aria-pressed={chosen === indicator}
          onClick={() => change({ type: chosen === indicator ? null : indicator })}
        >
          {plain(indicator)} <span className="press-count">{count}</span>
        </button>
      ))}
      {chosen !== null && (
        <button type="button" className="text-button" onClick={() => change({ type: null })}>
          All indicators
        </button>
      )}
    </fieldset>
  )
}

const NO_FINDINGS: readonly FindingView[] = []

function useFindingsByRecord() {
  const found = useManyFindings({ finding: 'conflict,sum-check' }).data?.items
  return useMemo(() => {
    const byRecord = new Map<string, FindingView[]>()
    for (const finding of found ?? [])
      for (const record of finding.records)
        byRecord.set(record, [...(byRecord.get(record) ?? []), finding])
    return (record: string) => byRecord.get(record) ?? NO_FINDINGS
  }, [found])
}
