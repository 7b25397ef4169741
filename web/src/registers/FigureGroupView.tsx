import { useMemo } from 'react'
import { Link } from 'react-router'
import type { FindingView } from '../../../src/api/types.js'
import type { NameOf } from '../words/phrases.js'
import { counted, plain, timeWords, unitWords, valueWords } from '../words/phrases.js'
import type { FigureGroup, FigureView } from './figure-groups.js'
import { FigurePlot, isWorthDrawing } from './FigurePlot.js'
import { PartyNames } from './PartyNames.js'
import { RegisterTable } from './RegisterTable.js'
import type { RegisterColumn } from './RegisterTable.js'
import { Sized } from './Sized.js'
import { findingAddress } from './words.js'

/** The findings that rest on a record. */
export type FindingsOf = (record: string) => readonly FindingView[]

interface FigureGroupProps {
  readonly group: FigureGroup
  readonly nameOf: NameOf
  readonly findingsOf: FindingsOf
}

/** Figures of one indicator in one unit: a picture where there is something to see, and the table. */
export function FigureGroupView({ group, nameOf, findingsOf }: FigureGroupProps) {
  const { indicator, unit, figures } = group
  const columns = useMemo(() => figureColumns(nameOf, findingsOf), [nameOf, findingsOf])
  const title = indicator === null ? 'Indicator not known' : plain(indicator)
  const differs = (record: string) => findingsOf(record).some(isTrouble)
  return (
    <section className="figure-group">
      <h2 className="section-heading">
        {title}
        <span className="quiet">
          {indicator !== null && ` in ${unitWords(unit)}`} · {counted(figures.length, 'figure')}
        </span>
      </h2>
      {indicator !== null && isWorthDrawing(figures) && (
        <Sized>
          {(width) => (
            <FigurePlot
              figures={figures}
              unit={unit}
              nameOf={nameOf}
              differs={differs}
              width={width}
            />
          )}
        </Sized>
      )}
      <RegisterTable
        caption={`Figures: ${title}`}
        columns={columns}
        rows={figures}
        keyOf={({ id }) => id}
      />
    </section>
  )
}

/** Does the finding say that something does not fit? */
export function isTrouble({ finding, sort }: FindingView): boolean {
  return finding === 'conflict' || (finding === 'sum-check' && sort === 'disagrees')
}

/** The columns of the register of figures, on the page and in files. */
export function figureColumns(
  nameOf: NameOf,
  findingsOf: FindingsOf,
): readonly RegisterColumn<FigureView>[] {
  const names = (parties: FigureView['subject']) => [...new Set(parties.map(nameOf))].join('; ')
  return [
    {
      name: 'Value',
      isNumber: true,
      shown: (figure) => <Link to={`/records/${figure.id}`}>{valueWords(figure)}</Link>,
      kept: ({ value }) => value,
    },
    {
      name: 'Period',
      shown: ({ time }) => time && timeWords(time),
      kept: ({ time }) => time && timeWords(time),
    },
    {
      name: 'Subject',
      shown: ({ subject }) => <PartyNames mentions={subject} nameOf={nameOf} />,
      kept: ({ subject }) => names(subject),
    },
    {
      name: 'Partner',
      shown: ({ partner }) => <PartyNames mentions={partner} nameOf={nameOf} />,
      kept: ({ partner }) => names(partner),
    },
    {
      name: 'Who says so',
      shown: ({ attribution }) =>
        attribution ? (
          <PartyNames mentions={[attribution.speaker]} nameOf={nameOf} />
        ) : (
          <span className="quiet">the report</span>
        ),
      kept: ({ attribution }) => attribution && nameOf(attribution.speaker),
    },
    {
      name: 'Compared',
      shown: ({ id, document }) => <FindingMarks findings={findingsOf(id)} document={document} />,
      kept: ({ id }) => findingsOf(id).map(markWords).join('; '),
    },
  ]
}

/** The columns that only files have. */
export const FIGURE_FILE_COLUMNS = [
  { name: 'indicator', cell: ({ indicator }: FigureView) => indicator },
  { name: 'unit', cell: ({ unit }: FigureView) => unit },
  { name: 'comparator', cell: ({ comparator }: FigureView) => comparator },
  { name: 'factuality', cell: ({ factuality }: FigureView) => factuality },
  { name: 'confidence', cell: ({ confidence }: FigureView) => confidence },
  {
    name: 'words',
    cell: ({ evidence }: FigureView) => evidence.map(({ text }) => text).join(' … '),
  },
  { name: 'id', cell: ({ id }: FigureView) => id },
  { name: 'document', cell: ({ document }: FigureView) => document },
]

function markWords(finding: FindingView): string {
  if (finding.finding === 'conflict') return 'differs'
  return finding.sort === 'disagrees' ? 'does not add up' : 'adds up'
}

interface MarksProps {
  readonly findings: readonly FindingView[]
  readonly document: string
}

function FindingMarks({ findings, document }: MarksProps) {
  if (findings.length === 0) return <span className="quiet">–</span>
  return findings.map((finding) => (
    <Link
      key={finding.id}
      className="finding-mark"
      data-trouble={isTrouble(finding)}
      to={findingAddress(finding, document)}
      title={finding.why}
    >
      {markWords(finding)}
    </Link>
  ))
}
