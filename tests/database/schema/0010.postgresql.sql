-- index ix_act__contests
CREATE INDEX ix_act__contests ON public.act USING btree (contests_id) WHERE (contests_id IS NOT NULL)

-- index ix_act__signer_id
CREATE INDEX ix_act__signer_id ON public.act USING btree (signer_id) WHERE (signer_id IS NOT NULL)

-- index ix_citation__act
CREATE INDEX ix_citation__act ON public.citation USING btree (act_id) WHERE (act_id IS NOT NULL)

-- index ix_citation__roster
CREATE INDEX ix_citation__roster ON public.citation USING btree (roster_id) WHERE (roster_id IS NOT NULL)

-- index ix_citation__roster_entry
CREATE INDEX ix_citation__roster_entry ON public.citation USING btree (roster_entry_id) WHERE (roster_entry_id IS NOT NULL)

-- index ix_citation__signatory
CREATE INDEX ix_citation__signatory ON public.citation USING btree (signatory_id) WHERE (signatory_id IS NOT NULL)

-- index ix_citation__state
CREATE INDEX ix_citation__state ON public.citation USING btree (state_id) WHERE (state_id IS NOT NULL)

-- index ix_citation__state_name
CREATE INDEX ix_citation__state_name ON public.citation USING btree (state_name_id) WHERE (state_name_id IS NOT NULL)

-- index ix_citation__state_succession
CREATE INDEX ix_citation__state_succession ON public.citation USING btree (state_succession_id) WHERE (state_succession_id IS NOT NULL)

-- index ix_citation__statement
CREATE INDEX ix_citation__statement ON public.citation USING btree (statement_id) WHERE (statement_id IS NOT NULL)

-- index ix_citation__tenure
CREATE INDEX ix_citation__tenure ON public.citation USING btree (tenure_id) WHERE (tenure_id IS NOT NULL)

-- index ix_citation__treaty
CREATE INDEX ix_citation__treaty ON public.citation USING btree (treaty_id) WHERE (treaty_id IS NOT NULL)
