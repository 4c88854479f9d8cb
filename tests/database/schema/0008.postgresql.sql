-- column act.kind
text NOT NULL
-- what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, cessation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal

-- column membership_event.kind
text NOT NULL
-- what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, cessation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal

-- constraint ck_act__kind_known
act CHECK ((kind = ANY (ARRAY['signature'::text, 'definitive_signature'::text, 'ratification'::text, 'acceptance'::text, 'approval'::text, 'accession'::text, 'succession'::text, 'formal_confirmation'::text, 'provisional_application'::text, 'entry_into_force'::text, 'participation'::text, 'cessation'::text, 'prolongation'::text, 'non_renewal'::text, 'withdrawal'::text, 'suspension'::text, 'resumption'::text, 'expulsion'::text, 'termination'::text, 'extinction'::text, 'observer_admission'::text, 'associate_admission'::text, 'reservation'::text, 'declaration'::text, 'objection'::text, 'reservation_withdrawal'::text])))

-- constraint ck_act_effect__kind_known
act_effect CHECK ((kind = ANY (ARRAY['signature'::text, 'definitive_signature'::text, 'ratification'::text, 'acceptance'::text, 'approval'::text, 'accession'::text, 'succession'::text, 'formal_confirmation'::text, 'provisional_application'::text, 'entry_into_force'::text, 'participation'::text, 'cessation'::text, 'prolongation'::text, 'non_renewal'::text, 'withdrawal'::text, 'suspension'::text, 'resumption'::text, 'expulsion'::text, 'termination'::text, 'extinction'::text, 'observer_admission'::text, 'associate_admission'::text, 'reservation'::text, 'declaration'::text, 'objection'::text, 'reservation_withdrawal'::text])))
