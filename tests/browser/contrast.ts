/**
 * JavaScript for the page: gives every visible text whose contrast is below WCAG 2.2 AA (4.5:1, large text 3:1), as
 * "ratio text". Colours are read by drawing them, so that every CSS notation is understood; disabled parts are exempt.
 */
export const CONTRAST_CHECK = `(() => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a))
  const backgroundOf = (element) =>
    element === null ? [255, 255, 255]
      : over(rgba(getComputedStyle(element).backgroundColor), backgroundOf(element.parentElement))
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratioOf = (element) => {
    const back = backgroundOf(element)
    const front = over(rgba(getComputedStyle(element).color), back)
    const [dark, light] = [luminance(back), luminance(front)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const isLarge = ({ fontSize, fontWeight }) =>
    parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const poor = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue
    if (element.closest('noscript, script, .visually-hidden, .skip-link, :disabled')) continue
    const ratio = ratioOf(element)
    if (ratio < (isLarge(getComputedStyle(element)) ? 3 : 4.5))
      poor.push(ratio.toFixed(2) + ' ' + walker.currentNode.data.trim().slice(0, 40))
  }
  return poor
})()`
