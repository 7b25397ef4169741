/** What the page to try the API uses of swagger-ui-dist, which brings no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  import type { createElement } from 'react'

  export interface SwaggerSystem {
    readonly React: { readonly createElement: typeof createElement }
  }

  interface SwaggerOptions {
    readonly url: string
    readonly dom_id: string
    readonly tryItOutEnabled: boolean
    readonly defaultModelsExpandDepth: number
    readonly validatorUrl: string | null
    readonly plugins: readonly ((system: SwaggerSystem) => object)[]
  }

  export default function SwaggerUI(options: SwaggerOptions): void
}
