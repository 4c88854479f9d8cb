-- table act
CREATE TABLE "act" (
id INTEGER NOT NULL,
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER,
kind TEXT NOT NULL,
date_text TEXT,
date_edtf TEXT,
date_earliest TEXT,
date_latest TEXT,
effect_text TEXT,
effect_edtf TEXT,
effect_earliest TEXT,
effect_latest TEXT,
organ TEXT,
signer_id INTEGER,
signer_capacity TEXT,
rank TEXT DEFAULT 'normal' NOT NULL,
contests_id INTEGER,
note TEXT,
CONSTRAINT pk_act PRIMARY KEY (id),
CONSTRAINT ck_act__date_earliest_day CHECK (date_earliest IS date(date_earliest, '+0 days') AND date_earliest >= '0001-01-01'),
CONSTRAINT ck_act__date_latest_day CHECK (date_latest IS date(date_latest, '+0 days') AND date_latest >= '0001-01-01'),
CONSTRAINT ck_act__effect_earliest_day CHECK (effect_earliest IS date(effect_earliest, '+0 days') AND effect_earliest >= '0001-01-01'),
CONSTRAINT ck_act__effect_latest_day CHECK (effect_latest IS date(effect_latest, '+0 days') AND effect_latest >= '0001-01-01'),
CONSTRAINT ck_act__kind_known CHECK (kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'cessation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')),
CONSTRAINT ck_act__rank_known CHECK (rank IN ('preferred', 'normal', 'deprecated')),
CONSTRAINT ck_act__signer_capacity_known CHECK (signer_capacity IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')),
CONSTRAINT ck_act__state_named CHECK (state_id IS NOT NULL OR kind IN ('termination', 'prolongation', 'entry_into_force')),
CONSTRAINT ck_act__contests_another CHECK (contests_id <> id),
CONSTRAINT ck_act__date_ordered CHECK (date_earliest <= date_latest),
CONSTRAINT ck_act__date_stated CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
CONSTRAINT ck_act__dated CHECK (date_edtf IS NOT NULL OR effect_edtf IS NOT NULL),
CONSTRAINT ck_act__effect_ordered CHECK (effect_earliest <= effect_latest),
CONSTRAINT ck_act__effect_stated CHECK (effect_edtf IS NOT NULL OR (effect_earliest IS NULL AND effect_latest IS NULL)),
CONSTRAINT fk_act__contests_id FOREIGN KEY(contests_id) REFERENCES act (id),
CONSTRAINT fk_act__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_act__signer_id FOREIGN KEY(signer_id) REFERENCES person (id),
CONSTRAINT fk_act__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_act__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- table act_effect
CREATE TABLE "act_effect" (
kind TEXT NOT NULL,
status TEXT,
level INTEGER NOT NULL,
resets INTEGER DEFAULT 0 NOT NULL,
CONSTRAINT pk_act_effect PRIMARY KEY (kind),
CONSTRAINT ck_act_effect__kind_known CHECK (kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'cessation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')),
CONSTRAINT ck_act_effect__status_known CHECK (status IN ('none', 'observer', 'associate', 'signatory', 'provisional', 'suspended', 'contracting', 'party')),
CONSTRAINT ck_act_effect__resets_flag CHECK (resets IN (0, 1))
)
STRICT
