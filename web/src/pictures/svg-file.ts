/** A picture as an SVG file of its own: with title, legend, address and links in full, and no style sheet. */

const SVG = 'http://www.w3.org/2000/svg'

/** Presentation attributes that style sheets set here, with the values that need no saying. */
const DRAWN: Readonly<Record<string, string>> = {
  fill: '',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  opacity: '1',
}
const WRITTEN: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
}

const PADDING = 16
const TITLE_HEIGHT = 30
const FOOT_HEIGHT = 26

export interface PictureFile {
  readonly text: string
  /** CSS pixels */
  readonly width: number
  readonly height: number
}

/** The picture that stands in a section (its drawing, and its legend if any) under a title. Null without a drawing. */
export function svgFile(section: Element, title: string): PictureFile | null {
  const drawing = section.querySelector<SVGSVGElement>('svg.drawing')
  if (!drawing) return null
  const { width, height } = drawing.viewBox.baseVal
  const legend = section.querySelector('.picture-legend')
  const legendHeight = legend ? legend.getBoundingClientRect().height + 8 : 0
  const top = PADDING + TITLE_HEIGHT + legendHeight
  const size = { width: width + 2 * PADDING, height: top + height + FOOT_HEIGHT + PADDING }
  const file = partOf('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}` })
  const copy = styledCopy(drawing)
  place(copy, PADDING, top)
  file.append(
    partOf('title', {}, title),
    partOf('rect', { ...size, fill: getComputedStyle(section).backgroundColor }),
    lineOf(section, title, PADDING + 16, { 'font-size': 16, 'font-weight': 600 }),
    ...(legend ? legendParts(legend, PADDING, PADDING + TITLE_HEIGHT) : []),
    copy,
    lineOf(section, `Chancery, ${window.location.href}`, size.height - PADDING, {
      'font-size': 10,
    }),
  )
  return { text: new XMLSerializer().serializeToString(file), ...size }
}

function styledCopy(original: SVGSVGElement): Element {
  const copy = original.cloneNode(true) as Element
  const drawn = original.querySelectorAll('*')
  copy.querySelectorAll('*').forEach((part, at) => {
    const source = drawn[at]
    if (source) writeStyle(part, source)
  })
  copy.removeAttribute('class')
  return copy
}

function writeStyle(part: Element, original: Element): void {
  const style = getComputedStyle(original)
  const isText = original instanceof SVGTextContentElement
  const isDrawn = isText || original instanceof SVGGeometryElement
  const names = { ...(isDrawn && DRAWN), ...(isText && WRITTEN) }
  for (const [name, usual] of Object.entries(names)) {
    const value = style.getPropertyValue(name)
    if (value && value !== usual) part.setAttribute(name, value)
  }
  part.removeAttribute('class')
  part.removeAttribute('tabindex')
  if (original instanceof SVGAElement)
    part.setAttribute('href', new URL(original.href.baseVal, document.baseURI).href)
}

/** The signs and words of a legend, where they stand on the screen. */
function legendParts(legend: Element, left: number, top: number): Element[] {
  const ground = legend.getBoundingClientRect()
  return [...legend.children].flatMap((entry) => {
    const sign = entry.querySelector('svg')
    const box = entry.getBoundingClientRect()
    const [x, y] = [left + box.left - ground.left, top + box.top - ground.top]
    const words = lineOf(entry, entry.textContent ?? '', y + box.height / 2 + 5, {
      'font-size': 13,
      x: x + (sign ? sign.getBoundingClientRect().width + 6 : 0),
    })
    if (!sign) return [words]
    const copy = styledCopy(sign)
    place(copy, x, y + (box.height - sign.getBoundingClientRect().height) / 2)
    return [copy, words]
  })
}

function place(part: Element, x: number, y: number): void {
  part.setAttribute('x', String(x))
  part.setAttribute('y', String(y))
}

type Attributes = Readonly<Record<string, string | number>>

/** A line of text in the colour and type of an element. */
function lineOf(like: Element, text: string, y: number, attributes: Attributes): Element {
  const { color, fontFamily } = getComputedStyle(like)
  return partOf(
    'text',
    { x: PADDING, y, fill: color, 'font-family': fontFamily, ...attributes },
    text,
  )
}

function partOf(name: string, attributes: Attributes, text = ''): Element {
  const part = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value))
  if (text) part.textContent = text
  return part
}
