import type { PictureFile } from './svg-file.js'

/** Files made in the browser. */

/** PNG has twice the picture's CSS pixels a side, so that it stays sharp in print. */
const PNG_SCALE = 2
const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Later: some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

/** A picture as PNG. Rejects when the browser cannot draw it. */
export async function pngOf({ text, width, height }: PictureFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * PNG_SCALE
    canvas.height = height * PNG_SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await blobOf(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('the browser made no PNG of the picture')),
    )
  })
}
