import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { isTyping, keysAreOn } from '../parts/keys.js'
import { TellDecision, undoing, useDecide } from './decide.js'
import type { DecisionNews } from './decide.js'
import { Refusal } from './DecisionForm.js'
import { TAKEN_BACK_AT_ONCE } from './reasons.js'

/** Lets everything within tell of decisions, and shows the last one in a line at the foot until it is closed. */
export function DecisionsAreTold({ children }: { children: ReactNode }) {
  const [news, setNews] = useState<DecisionNews | null>(null)
  return (
    <TellDecision value={setNews}>
      {children}
      <div role="status" className="decision-news-place">
        {news && <NewsLine news={news} onClose={() => setNews(null)} />}
      </div>
    </TellDecision>
  )
}

function NewsLine({ news, onClose }: { news: DecisionNews; onClose: () => void }) {
  const decide = useDecide()
  const undo = () => {
    if (!decide.isPending)
      decide.mutate(undoing(news.entry, { who: news.who, why: TAKEN_BACK_AT_ONCE }))
  }
  useUndoKey(undo)
  return (
    <div className="decision-news">
      <p>
        <bdi>{news.said}</bdi>
      </p>
      {decide.isError && <Refusal error={decide.error} />}
      <Button size="compact-sm" variant="default" aria-busy={decide.isPending} onClick={undo}>
        Undo
      </Button>
      <CloseButton aria-label="Close this message" onClick={onClose} />
    </div>
  )
}

function useUndoKey(undo: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'u' || isTyping(event) || !keysAreOn()) return
      event.preventDefault()
      undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
