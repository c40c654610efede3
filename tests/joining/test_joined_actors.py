"""Who is one actor over articles, and who only shares a name."""

from __future__ import annotations

from saksi.joining.actors import join_actors
from saksi.records import Article, Entity, JoinedActor, Office, Reading


def reading(name: str, *entities: Entity) -> Reading:
    return Reading(article=Article(id=name, text="x"), engine="test", entities=entities)


def entity(name: str, kind: str = "person", **fields: object) -> Entity:
    return Entity(id=f"{name} {fields}", kind=kind, name=name, **fields)


def called(actors: list[JoinedActor], name: str) -> list[tuple[str, ...]]:
    return sorted(actor.articles for actor in actors if actor.name == name)


def test_one_id_is_one_actor_whatever_it_is_called():
    (actor,) = join_actors(
        [
            reading("a", entity("European Union", "organization", qid="Q458")),
            reading("b", entity("Uni Eropa", "organization", qid="Q458"), entity("the bloc", "group")),
        ]
    )

    assert (actor.qid, actor.articles, actor.aliases) == ("Q458", ("a", "b"), ("Uni Eropa",))


def test_namesakes_stay_apart_and_company_joins():
    judge, coach = Office(title="hakim"), Office(title="pelatih")
    found = join_actors(
        [
            reading("court", entity("Bambang Wijaya", roles=(judge,))),
            reading("verdict", entity("Bambang Wijaya", roles=(judge,))),
            reading("match", entity("Bambang Wijaya", roles=(coach,))),
        ]
    )

    assert called(found, "Bambang Wijaya") == [("court", "verdict"), ("match",)]
    assert len({actor.actor for actor in found}) == len(found)


def test_roles_say_which_articles_give_them():
    role = Office(title="minister", of="Norland", from_="2024-01-01")
    (actor,) = join_actors([reading("b", entity("Odile Nsimba", roles=(role,))), reading("a", entity("Odile Nsimba", roles=(role,)))])

    assert [(held.title, held.of, held.from_, held.to, held.articles) for held in actor.roles] == [
        ("minister", "Norland", "2024-01-01", None, ("a", "b"))
    ]
