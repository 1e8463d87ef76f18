"""What is worked out once for a value, when it is first asked for?

As `functools.cached_property` from Python 3.12 on: before, it holds one lock for all values of a class, which takes a
microsecond each time and lets threads wait for each other.
"""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Once(Generic[T]):
    """A property that is kept in its object; of two threads that ask at once either's is kept."""

    def __init__(self, make: Callable[..., T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> "Once[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> "Once[T] | T":
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)
        return made
