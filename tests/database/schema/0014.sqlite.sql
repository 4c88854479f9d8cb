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
CONSTRAINT ck_act__kind_known CHECK (kind = 'signature' OR kind = 'definitive_signature' OR kind = 'ratification' OR kind = 'acceptance' OR kind = 'approval' OR kind = 'accession' OR kind = 'succession' OR kind = 'formal_confirmation' OR kind = 'provisional_application' OR kind = 'entry_into_force' OR kind = 'participation' OR kind = 'cessation' OR kind = 'prolongation' OR kind = 'non_renewal' OR kind = 'withdrawal' OR kind = 'suspension' OR kind = 'resumption' OR kind = 'expulsion' OR kind = 'termination' OR kind = 'extinction' OR kind = 'observer_admission' OR kind = 'associate_admission' OR kind = 'reservation' OR kind = 'declaration' OR kind = 'objection' OR kind = 'reservation_withdrawal'),
CONSTRAINT ck_act__rank_known CHECK (rank = 'preferred' OR rank = 'normal' OR rank = 'deprecated'),
CONSTRAINT ck_act__signer_capacity_known CHECK (signer_capacity = 'head_of_state' OR signer_capacity = 'head_of_government' OR signer_capacity = 'minister_for_foreign_affairs' OR signer_capacity = 'permanent_representative' OR signer_capacity = 'deputy_permanent_representative' OR signer_capacity = 'permanent_observer' OR signer_capacity = 'charge_daffaires' OR signer_capacity = 'special_envoy' OR signer_capacity = 'other'),
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

-- table membership_period
CREATE TABLE "membership_period" (
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
seq INTEGER NOT NULL,
status TEXT NOT NULL,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
origin TEXT NOT NULL,
opened_by TEXT,
opened_by_act_id INTEGER,
closed_by TEXT,
closed_by_act_id INTEGER,
CONSTRAINT pk_membership_period PRIMARY KEY (dataset_id, treaty_id, state_id, seq),
CONSTRAINT ck_membership_period__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_membership_period__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_membership_period__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_membership_period__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_membership_period__origin_known CHECK (origin = 'acts' OR origin = 'rosters'),
CONSTRAINT ck_membership_period__status_known CHECK (status = 'observer' OR status = 'associate' OR status = 'signatory' OR status = 'provisional' OR status = 'suspended' OR status = 'contracting' OR status = 'party'),
CONSTRAINT ck_membership_period__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_membership_period__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_membership_period__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_membership_period__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT fk_membership_period__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_membership_period__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_membership_period__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- view membership_key
CREATE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION ALL
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION ALL
SELECT dataset_id, treaty_id, state_id FROM membership_period
